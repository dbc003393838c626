import Contracts
import FoundationEssentials
import Messaging

/// Keeps what enforcement systems take back, and lets the cases that rest on it know, whether the fact or its correction was
/// told first. Gates and fines follow by themselves: what does not stand is not counted.
struct FollowCorrections: Sendable {
  let cases: CaseStore
  let write: CaseWriter
  let noteCrimes: NoteCrimes

  /// - Parameters:
  ///   - corrections: what was taken back now; must be kept already (see ``keep(_:work:)``).
  ///   - facts: what was told now, perhaps taken back before.
  func callAsFunction(
    _ corrections: [(correction: FactCorrection, cause: Cause)], facts: [FactIdentity], work: UnitOfWork
  ) async throws {
    let meant = Set(corrections.map(\.correction.fact.recordId)).union(facts.map(\.recordId))
    let known = try await CorrectionStore.find(meant, on: work.connection)
    guard !known.isEmpty else { return }
    let causes = Dictionary(corrections.map { ($0.correction.id, $0.cause) }, uniquingKeysWith: { $1 })
    let ids = known.map(\.fact.recordId)
    let records = try await PenaltyStore.kinds(of: ids, on: work.connection)
    let locked = try await cases.lock(
      ids: known.map(\.fact.inspectionClue), beside: records.values.map(\.penalty), petitions: [], on: work.connection)
    try await write(locked.map { change($0, known, records, causes, at: work.now) }, work: work)
    let referrals = try await CrimeStore.referrals(of: ids, on: work.connection)
    if !referrals.isEmpty { try await noteCrimes.apply(referrals, work: work) }
  }

  /// Keeps corrections, before anything is decided by the facts they are about.
  func keep(_ corrections: [(correction: FactCorrection, cause: Cause)], work: UnitOfWork) async throws {
    try await CorrectionStore.insert(corrections.map(\.correction), at: work.now, on: work.connection)
    for (correction, cause) in corrections {
      var detail = JSONObject()
      detail.set("fact", correction.fact.factId)
      detail.set("reason", code: correction.reason)
      work.record(
        AuditEntry(
          actor: "compensation", action: "fact.corrected", subject: correction.fact.source, cause: cause.id,
          detail: JSON.object(detail).bytes))
    }
  }

  private func change(
    _ before: CompensationCase, _ known: [FactCorrection],
    _ records: [UUID: (penalty: PenaltyCase, kind: String)], _ causes: [UUID: Cause], at now: Date
  ) -> CaseChange {
    var change = CaseChange(
      before: before, compensation: before,
      cause: Cause(id: "correction:\(before.id.lowercased):\(before.version)", correlation: before.correlation))
    for correction in known {
      var kind: String?
      if correction.fact.inspectionClue == before.id { kind = CaseCorrection.inspection }
      if let record = records[correction.fact.recordId], record.penalty == before.penalty { kind = record.kind }
      guard let kind,
        let event = change.compensation.note(CaseCorrection(correction, of: kind), at: now)
      else { continue }
      if let told = causes[correction.id] {
        change.cause = Cause(id: told.id, correlation: before.correlation, traceParent: told.traceParent)
      }
      change.news.append(.init(event: event, cause: change.cause))
      change.lines.append(.init(step: "clue-corrected", actor: "compensation", detail: event.json))
    }
    return change
  }
}
