import Contracts
import FoundationEssentials
import Pages

/// The supervision board (督办看板): counts by step and time left, and the cases to look at first; live.
struct BoardPage: Sendable {
  private static let rows = "20"

  let now: @Sendable () -> Date

  func register(on pages: PageRoutes) {
    pages.get("board") { visit in
      visit.show("board", PageText("督办看板", "Supervision board"), try await values(visit))
    }
    pages.get("board/live") { visit in
      try visit.watch("board-part", every: 3) { try await values($0) }
    }
  }

  private func values(_ visit: PageVisit) async throws -> [String: any Sendable] {
    let region = visit.query("region")
    let today = RFC3339.text(of: Board.ends(at: now()).today.addingTimeInterval(0.001))
    let board = try await visit.get("/v1/board", [("region", region)])
    let late = try await visit.get(
      "/v1/petitions", [("overdue", "true"), ("sort", "received"), ("limit", Self.rows), ("region", region)])
    let due = try await visit.get(
      "/v1/petitions",
      [("dueBefore", today), ("overdue", "false"), ("sort", "due"), ("limit", Self.rows), ("region", region)])
    return [
      "board": board.json, "late": late.json["petitions"] ?? [], "dueNow": due.json["petitions"] ?? [],
    ]
  }
}
