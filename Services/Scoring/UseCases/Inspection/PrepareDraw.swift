import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Before a draw: the seed is committed to, and other parties may bring theirs.
struct PrepareDraw: Sendable {
  /// Commits to the seed of a bureau's draw for a quarter.
  /// - Throws: ``InspectionError/drawThere`` when the quarter has one.
  func commit(
    region: String, level: InspectionLevel, quarter: FigurePeriod, by actor: String, work: UnitOfWork
  ) async throws -> InspectionDraw {
    guard let draw = try await Self.begin(region: region, level: level, quarter: quarter, by: actor, work: work) else {
      throw InspectionError.drawThere
    }
    return draw
  }

  /// - Returns: nil when the quarter has a draw.
  static func begin(
    region: String, level: InspectionLevel, quarter: FigurePeriod, by actor: String, work: UnitOfWork
  ) async throws -> InspectionDraw? {
    let draw = try InspectionDraw(region: region, level: level, quarter: quarter, at: work.now)
    guard try await DrawStore.insert(draw, on: work.connection) else { return nil }
    InspectionAnnouncements.emit(draw.committed, of: draw, work: work)
    work.schedule(DurableTimer(kind: EndQuarters.timer, subject: draw.id.lowercased, due: quarter.end))
    record("inspection-draw.committed", draw, by: actor, work: work)
    return draw
  }

  /// Another party binds itself to a seed.
  func contribute(
    _ commitment: String, to id: UUID, by caller: Caller, work: UnitOfWork, authorise: (InspectionDraw) throws -> Void
  ) async throws -> InspectionDraw? {
    try await change(id, "inspection-draw.seed-committed", by: caller, work: work, authorise: authorise) { draw in
      try draw.contribute(commitment, by: caller.subject)
    }
  }

  /// The party reveals its seed.
  func reveal(
    _ seed: String, to id: UUID, by caller: Caller, work: UnitOfWork, authorise: (InspectionDraw) throws -> Void
  ) async throws -> InspectionDraw? {
    try await change(id, "inspection-draw.seed-revealed", by: caller, work: work, authorise: authorise) { draw in
      try draw.reveal(seed, by: caller.subject)
    }
  }

  private func change(
    _ id: UUID, _ action: String, by caller: Caller, work: UnitOfWork, authorise: (InspectionDraw) throws -> Void,
    _ change: (inout InspectionDraw) throws -> Void
  ) async throws -> InspectionDraw? {
    guard var draw = try await DrawStore.lock(id, on: work.connection) else { return nil }
    try authorise(draw)
    try change(&draw)
    try await DrawStore.save(draw, on: work.connection)
    Self.record(action, draw, by: caller.subject, work: work)
    return draw
  }

  static func record(_ action: String, _ draw: InspectionDraw, by actor: String, work: UnitOfWork) {
    work.record(AuditEntry(actor: actor, action: action, subject: draw.id.lowercased, cause: draw.purpose))
  }
}
