import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Records facts in the ledger and recomputes the scores of their subjects: a batch in a handful of statements.
struct RecordFacts: Sendable {
  /// What became of a reported fact.
  enum Outcome: Sendable {
    case recorded(Fact)
    /// It was there.
    case repeated(Fact)
    /// Something else was recorded before under its source and number.
    case conflicting(Fact)
  }

  let rules: RuleBook
  let clock: RatingClock
  let facts: FactStore
  let ratings: RatingStore

  /// - Returns: what became of each, in the order given.
  @discardableResult
  func callAsFunction(_ reported: [ReportedFact], work: UnitOfWork) async throws -> [Outcome] {
    guard !reported.isEmpty else { return [] }
    let scale = try Scale(try rules.rules(at: work.now))
    var current = try await ratings.lock(
      Dictionary(reported.map { ($0.report.subject, $0.report.region) }, uniquingKeysWith: { first, _ in first }),
      scale: scale, at: work.now, on: work.connection)
    let known = try await facts.load(
      subjects: Array(current.keys), ids: reported.map(\.report.id), on: work.connection)
    var byId = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ledgers = Dictionary(grouping: known, by: \.subject).mapValues(Ledger.init)
    for subject in current.keys.sorted() {
      guard var rating = current[subject] else { continue }
      try clock.settle(&rating, ledger: ledgers[subject] ?? Ledger(), work: work)
      current[subject] = rating
    }
    var outcomes: [Outcome] = []
    var new: [(fact: Fact, actor: String)] = []
    for item in reported {
      let report = item.report
      if let there = byId[report.id] {
        outcomes.append(repeated(there, of: item, work: work))
        continue
      }
      let fact = try assess(item, at: work.now)
      guard var rating = current[report.subject] else { continue }
      var ledger = ledgers[report.subject] ?? Ledger()
      try record(fact, item, in: &ledger, &rating, scale: scale, work: work)
      current[report.subject] = rating
      ledgers[report.subject] = ledger
      byId[fact.id] = fact
      new.append((fact, item.actor))
      outcomes.append(.recorded(fact))
    }
    try await facts.insert(new, at: work.now, on: work.connection)
    try await ratings.save(current.values.sorted { $0.subject < $1.subject }, on: work.connection)
    for rating in current.values { clock.schedule(rating, work: work) }
    return outcomes
  }

  private func record(
    _ fact: Fact, _ item: ReportedFact, in ledger: inout Ledger, _ rating: inout Rating, scale: Scale,
    work: UnitOfWork
  ) throws {
    let counting = rating.counting
    let change = try rating.record(fact, ledger: &ledger, at: work.now, scale: scale)
    if let change {
      RatingAnnouncements.emit(change, of: &rating, cause: item.cause, work: work)
    } else if rating.counting != counting {
      RatingAnnouncements.state(of: rating, cause: item.cause, work: work)
    }
    var detail = JSONObject()
    detail.set("fact", fact.id)
    detail.set("kind", fact.kind)
    detail.set("codes", fact.codes)
    detail.set("score", rating.score?.decimal)
    detail.set("colour", code: rating.colour)
    work.record(
      AuditEntry(
        actor: item.actor, action: "fact.recorded", subject: fact.subject, cause: item.cause.id,
        detail: JSON.object(detail).bytes))
  }

  private func repeated(_ fact: Fact, of item: ReportedFact, work: UnitOfWork) -> Outcome {
    guard fact.content != item.report.content else { return .repeated(fact) }
    var detail = JSONObject()
    detail.set("fact", fact.id)
    work.record(
      AuditEntry(
        actor: item.actor, action: "fact.conflicting", subject: fact.subject, cause: item.cause.id,
        detail: JSON.object(detail).bytes))
    return .conflicting(fact)
  }

  /// By the rules in force when the fact happened; where none were yet, by those when it was established.
  private func assess(_ item: ReportedFact, at now: Date) throws -> Fact {
    let report = item.report
    let happened = try? rules.rules(at: report.happenedAt ?? report.establishedAt)
    let inForce: RulesInForce
    if let happened { inForce = happened } else { inForce = try rules.rules(at: max(report.establishedAt, now)) }
    return try ScoringRules(inForce, calendar: rules.calendar).assess(report, correlation: item.cause.correlation)
  }
}
