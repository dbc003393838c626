import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The supervision board (督办看板) over HTTP: how many cases are open, by step and by county.
struct BoardRoutes: Sendable {
  let runner: UnitOfWorkRunner

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/board") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let regions = try QueryReader(request, allowing: ["region"]).regions(for: principal)
      let now = runner.now
      let board = try await runner.read { try await BoardStore.read(regions: regions, at: now, on: $0) }
      return JSONResponse(BoardView.json(board, regions: regions, at: now))
    }
  }
}
