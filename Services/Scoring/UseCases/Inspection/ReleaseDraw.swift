import Contracts
import FoundationEssentials
import Messaging

/// Makes a whole draw public: seeds, pools and everything drawn, for anybody to draw it again.
struct ReleaseDraw: Sendable {
  /// - Returns: nil when there is none of this id.
  /// - Throws: ``InspectionError/resultsMissing(_:)`` while the quarter runs and units are still to be visited.
  func callAsFunction(
    _ id: UUID, by caller: Caller, work: UnitOfWork, authorise: (InspectionDraw) throws -> Void
  ) async throws -> InspectionDraw? {
    guard var draw = try await DrawStore.lock(id, on: work.connection) else { return nil }
    try authorise(draw)
    guard draw.status == .drawn else { throw InspectionError.outOfTurn(draw.status) }
    let open = try await AssignmentStore.progress(of: id, on: work.connection).open
    guard open == 0 || work.now >= draw.quarter.end else { throw InspectionError.resultsMissing(open) }
    try await Self.release(&draw, by: caller.subject, work: work)
    return draw
  }

  static func release(_ draw: inout InspectionDraw, by actor: String, work: UnitOfWork) async throws {
    try await PublishResults.publish(of: &draw, dueBy: nil, work: work)
    let assignments = try await AssignmentStore.all(of: draw.id, on: work.connection)
    draw.status = .released
    draw.releasedAt = work.now
    draw.sequence += 1
    InspectionAnnouncements.emit(draw.released(assignments, at: work.now), of: draw, work: work)
    try await DrawStore.save(draw, on: work.connection)
    PrepareDraw.record("inspection-draw.released", draw, by: actor, work: work)
  }
}
