import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Records facts in the ledger and recomputes the scores of their subjects, and of the owners of these when they are
/// sites: a batch in a handful of statements.
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
    let scales = try clock.scales(through: work.now)
    var books = try await open(reported, scales: scales, work: work)
    for subject in books.ratings.keys.sorted() {
      guard let ledger = books.ledgers[subject] else { continue }
      try books.withRating(of: subject) { try clock.settle(&$0, ledger: ledger, scales: scales, work: work) }
    }
    var outcomes: [Outcome] = []
    var new: [(fact: Fact, actor: String)] = []
    for item in reported {
      if let there = books.known[item.report.id] {
        outcomes.append(repeated(there, of: item, work: work))
        continue
      }
      let fact = try assess(item, at: work.now)
      try record(fact, item, in: &books, scales: scales, work: work)
      new.append((fact, item.actor))
      outcomes.append(.recorded(fact))
    }
    try await facts.insert(new, at: work.now, on: work.connection)
    try await ratings.save(books.ratings.values.sorted { $0.subject < $1.subject }, on: work.connection)
    for rating in books.ratings.values { clock.schedule(rating, work: work) }
    return outcomes
  }

  /// Locks the ratings that the facts may change, sites before enterprises, and loads their ledgers.
  private func open(_ reported: [ReportedFact], scales: ScaleHistory, work: UnitOfWork) async throws -> LedgerBooks {
    let connection = work.connection
    let scale = scales.scale(at: work.now)
    var regions = Dictionary(
      reported.map { ($0.report.subject, $0.report.region) }, uniquingKeysWith: { first, _ in first })
    let sites = regions.filter { $0.key.hasPrefix("site:") }
    var locked = try await ratings.lock(sites, scale: scale, at: work.now, on: connection)
    var owners = try await facts.owners(of: Array(sites.keys), on: connection)
    for item in reported {
      if let owner = item.report.owner { owners[item.report.subject, default: []].insert(owner) }
    }
    for (site, names) in owners {
      for name in names where regions[name] == nil { regions[name] = sites[site] }
    }
    let enterprises = regions.filter { !$0.key.hasPrefix("site:") }
    locked.merge(try await ratings.lock(enterprises, scale: scale, at: work.now, on: connection)) { first, _ in first }
    var owned = try await facts.sites(of: Array(enterprises.keys), on: connection)
    for (site, names) in owners { for name in names { owned[name, default: []].insert(site) } }
    let unusual = Set(reported.filter { !$0.report.isOrdinary }.map(\.report.subject))
    let outlined = locked.values.filter { rating in
      !unusual.contains(rating.subject) && owners[rating.subject] == nil && owned[rating.subject] == nil
        && rating.isPlainSum(at: work.now, scales: scales)
    }.map(\.subject).sorted()
    let all = Set(regions.keys).union(owned.values.joined()).subtracting(outlined)
    return LedgerBooks(
      ratings: locked, owners: owners, sites: owned,
      facts: try await facts.load(subjects: all.sorted(), ids: reported.map(\.report.id), on: connection),
      outlines: try await facts.outlines(of: outlined, on: connection))
  }

  private func record(
    _ fact: Fact, _ item: ReportedFact, in books: inout LedgerBooks, scales: ScaleHistory, work: UnitOfWork
  ) throws {
    for subject in books.add(fact) {
      try books.withLedger(of: subject) { rating, ledger in
        let before = rating
        let change = try rating.record(fact, ledger: &ledger, at: work.now, scales: scales)
        if let change {
          RatingAnnouncements.emit(change, of: &rating, cause: item.cause, work: work)
        } else if rating.counting != before.counting || rating.owner != before.owner {
          RatingAnnouncements.state(of: rating, cause: item.cause, work: work)
        }
      }
    }
    let rating = books.ratings[fact.subject]
    var detail = JSONObject()
    detail.set("fact", fact.id)
    detail.set("kind", fact.kind)
    detail.set("codes", fact.codes)
    detail.set("score", rating?.score?.decimal)
    detail.set("colour", code: rating?.colour)
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
