import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Opens joint draws of experts for cases that stand at their assessment.
struct OpenDraws: Sendable {
  let rules: RuleBook
  let cases: CaseStore

  /// - Parameter authorise: throws when the caller may not act in the region of the draw.
  func callAsFunction(
    _ wish: OpenExpertDraw, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> ExpertDraw {
    let (region, ids) = try await place(wish, work: work)
    try authorise(region)
    let locked = try await cases.lock(ids, on: work.connection)
    guard locked.count == ids.count else { throw ExpertDrawError.caseNotReady("there is no such case") }
    for compensation in locked where compensation.status != .assessment {
      throw ExpertDrawError.caseNotReady(
        "\(compensation.number) is at \(compensation.status.rawValue), experts are drawn at assessment")
    }
    if let busy = try await ExpertDrawStore.busy(ids, on: work.connection).first {
      throw ExpertDrawError.caseNotReady("\(busy.lowercased) has a draw under way")
    }
    let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var (draw, event) = try ExpertDraw.open(
      wish, id: UUID(), region: region, cases: locked, rules: inForce, at: work.now)
    draw.sequence = 1
    try await ExpertDrawStore.insert(draw, on: work.connection)
    SettlementAnnouncements.emit(
      event, of: "expert-draw", draw.id, sequence: draw.sequence, trace: caller.traceParent, work: work)
    try await SettlementStepStore.insert(
      "open", with: draw.id, detail: wish.json, by: caller.subject, at: work.now, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "expert-draw.open", subject: draw.id.lowercased, cause: caller.requestId))
    return draw
  }

  /// Where the draw is made and for which cases: those of the batch, or the one.
  private func place(_ wish: OpenExpertDraw, work: UnitOfWork) async throws -> (region: String, ids: [UUID]) {
    if let batchId = wish.batchId {
      guard let batch = try await BatchStore.lock(batchId, on: work.connection) else {
        throw ExpertDrawError.invalid(field: "body.batchId", reason: "there is no such batch")
      }
      guard batch.parts.contains(.assessment) else {
        throw BatchError.notJoint(part: BatchPart.assessment.rawValue, listed: batch.parts.map(\.rawValue))
      }
      return (batch.region, batch.caseIds)
    }
    guard let caseId = wish.caseId, let found = try await cases.find(caseId, on: work.connection) else {
      throw ExpertDrawError.invalid(field: "body.caseId", reason: "there is no such case")
    }
    return (found.region, [caseId])
  }
}
