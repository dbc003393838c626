import Contracts
import Crypto
import FoundationEssentials
import Messaging

/// What every change of a case about credit ends with: its effect on the ledger, the events, the timer, the row.
struct CreditCaseDesk: Sendable {
  static let timer = "credit.deadline"

  let book: CreditBook
  let cases: CreditCaseStore
  let facts: FactStore
  let record: RecordFacts

  /// Tells what happened and records what holds from now on.
  func settle(
    _ events: [any EventPayload], of credit: inout CreditCase, by actor: String, trace: TraceParent? = nil,
    work: UnitOfWork
  ) async throws {
    for event in events {
      guard let decided = event as? CreditCaseDecided, decided.effective, let effect = credit.effect else {
        tell(event, of: &credit, trace: trace, work: work)
        continue
      }
      let entry = try await keep(effect, of: credit, at: decided.at, by: actor, trace: trace, work: work)
      if let entry { credit.record(entry: entry) }
      if let last = credit.file.decisions.last { tell(last, of: &credit, trace: trace, work: work) }
    }
    credit.updatedAt = work.now
    try schedule(credit, work: work)
  }

  /// One timer a case, at the first warning or end of what runs.
  func schedule(_ credit: CreditCase, work: UnitOfWork) throws {
    guard let due = try credit.nextAttention(book.rules(at: work.now)) else {
      work.cancel(timers: [CreditCaseDesk.timer], of: credit.id.lowercased)
      return
    }
    work.schedule(DurableTimer(kind: CreditCaseDesk.timer, subject: credit.id.lowercased, due: due))
  }

  private func tell(_ event: some EventPayload, of credit: inout CreditCase, trace: TraceParent?, work: UnitOfWork) {
    credit.sequence += 1
    // The case and the number of the event name its cause: each step happens once.
    let cause = cause(of: credit, "\(credit.sequence)", trace)
    LenienceAnnouncements.emit(event, sequence: credit.sequence, cause: cause, work: work)
  }

  /// The outcome as one new entry of the ledger.
  private func keep(
    _ effect: CreditCaseEffect, of credit: CreditCase, at instant: Date, by actor: String, trace: TraceParent?,
    work: UnitOfWork
  ) async throws -> UUID? {
    let targets = try await facts.load(
      subjects: [], ids: credit.file.entries.map(\.entryId), on: work.connection)
    let decision = credit.file.decisions.last
    let report = FactReport(
      subject: credit.subject, region: credit.region, origin: effect.origin, kind: effect.factKind,
      source: EventSource.scoring.rawValue, externalId: "credit-case \(credit.id.lowercased)", establishedAt: instant,
      // What holds instead is judged by the rules of the act itself.
      happenedAt: effect.codes.isEmpty ? nil : targets.map(\.happenedAt).min(), codes: effect.codes,
      article: decision?.document, evidence: credit.file.evidence, penaltyNumber: credit.file.penaltyNumber,
      amends: effect.withdrawn, content: Array(SHA256.hash(data: (decision?.json ?? .null).bytes)))
    let reported = ReportedFact(report: report, cause: cause(of: credit, "effect", trace), actor: actor)
    guard case .recorded(let fact)? = try await record([reported], work: work).first else { return nil }
    return fact.id
  }

  private func cause(of credit: CreditCase, _ name: String, _ trace: TraceParent?) -> Cause {
    Cause(id: "credit-case:\(credit.id.lowercased):\(name)", correlation: credit.id.lowercased, traceParent: trace)
  }
}
