import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes a step with a joint draw of experts: loads and locks it, lets the domain decide, saves, tells the world.
struct DrawTaker: Sendable {
  let rules: RuleBook

  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the draw's region, or not on this version of it.
  /// - Returns: the draw after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: any DrawStep, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (ExpertDraw) throws -> Void
  ) async throws -> ExpertDraw? {
    guard var draw = try await ExpertDrawStore.lock(id, on: work.connection) else { return nil }
    try authorise(draw)
    let before = draw.status
    let name = type(of: step).name
    let experts = try await experts(type(of: step).experts, draw, work: work)
    let events = try step.take(on: &draw, in: DrawCircumstances(now: work.now, experts: experts))
    for event in events {
      draw.sequence += 1
      SettlementAnnouncements.emit(
        event, of: "expert-draw", id, sequence: draw.sequence, trace: caller.traceParent, work: work)
    }
    draw.version += 1
    draw.updatedAt = work.now
    if before == .committed, draw.status == .poolFixed {
      try await ExpertDrawStore.insertPool(try DrawPool(draw.file.order).document, of: id, on: work.connection)
    }
    try await ExpertDrawStore.save(draw, on: work.connection)
    try await SettlementStepStore.insert(
      name, with: id, detail: step.json, by: caller.subject, at: work.now, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "expert-draw.\(name)", subject: id.lowercased, cause: caller.requestId))
    return draw
  }

  private func experts(_ wanted: DrawnExperts, _ draw: ExpertDraw, work: UnitOfWork) async throws -> [Expert] {
    switch wanted {
    case .nobody: return []
    case .panel: return try await ExpertStore.find(draw.panel, on: work.connection)
    case .candidates:
      let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
      return try await ExpertStore.candidates(for: draw, grades: try inForce.admittedGrades(), on: work.connection)
    }
  }
}
