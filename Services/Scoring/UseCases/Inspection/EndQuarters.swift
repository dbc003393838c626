import Contracts
import FoundationEssentials
import Messaging

/// When a quarter ends: a draw whose units were all inspected is released, of another it is told how many were not, and
/// of one that was committed to and never made that nothing was drawn.
struct EndQuarters: Sendable {
  static let timer = "inspection-draw.quarter-end"

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for id in timers.compactMap({ UUID(text: $0.subject) }) {
      guard var draw = try await DrawStore.lock(id, on: work.connection), draw.status != .released else { continue }
      let (drawn, open) = try await AssignmentStore.progress(of: id, on: work.connection)
      if draw.status == .drawn, open == 0 {
        try await ReleaseDraw.release(&draw, by: "scoring", work: work)
        continue
      }
      draw.sequence += 1
      InspectionAnnouncements.emit(draw.overdue(open, of: drawn, at: work.now), of: draw, work: work)
      try await DrawStore.save(draw, on: work.connection)
      PrepareDraw.record("inspection-draw.overdue", draw, by: "scoring", work: work)
    }
  }
}
