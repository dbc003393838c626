import Contracts
import FoundationEssentials
import Messaging

/// Finds claims that the insurer has not paid in time, and tells of each once (逾期告警).
struct FindOverdueClaims: Sendable {
  let cases: CaseStore
  let write: CaseWriter

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let ids = timers.compactMap { UUID(text: $0.subject) }
    // Cases are locked before their claims, as everywhere; a claim never changes its case.
    let caseIds = try await ClaimStore.cases(of: ids, on: work.connection)
    let locked = Dictionary(
      try await cases.lock(caseIds, on: work.connection).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [UUID: CaseChange] = [:]
    var claims: [InsuranceClaim] = []
    for var claim in try await ClaimStore.lock(ids, on: work.connection) {
      guard let before = locked[claim.caseId] else { continue }
      guard let event = claim.findOverdue(at: work.now, for: before) else {
        // Set again, should the timer have fired before its clock ran out.
        TakeClaimStep.follow(claim, work: work)
        continue
      }
      let cause = Cause(
        id: "claim-due:\(claim.id.lowercased):\(RFC3339.text(of: event.missed.due))",
        correlation: before.correlation)
      var change = changes[before.id] ?? CaseChange(before: before, compensation: before, cause: cause)
      change.news.append(.init(event: event, cause: cause))
      change.lines.append(.init(step: "claim-overdue", actor: "compensation", detail: event.missed.json))
      changes[before.id] = change
      claims.append(claim)
    }
    try await ClaimStore.save(claims, on: work.connection)
    try await write(changes.values.sorted { $0.compensation.id.uuidString < $1.compensation.id.uuidString }, work: work)
  }
}
