import Hummingbird
import Logging
import Messaging
import Postgres
import ServiceKit

/// What was told, how far it came, and what it adds up to: a page of its own of the table of contents.
struct RecordsDesk: Sendable {
  let listMessages = ListMessages()
  let listDeliveries = ListDeliveries()
  let findSubjectState = FindSubjectState()
  let exportList = ExportList()
  let compileFigures = CompileMessageFigures()
  let foldFigures: FigureFolding

  init(pool: PostgresPool, logger: Logger) {
    foldFigures = FigureFolding(pool: pool, logger: logger) { try await MessageFigureStore.fold(on: $0) }
  }

  func register(on routes: RouterGroup<ServiceRequestContext>, runner: UnitOfWorkRunner) {
    MessageRoutes(runner: runner, list: listMessages, export: exportList, state: findSubjectState).register(on: routes)
    DeliveryListRoutes(runner: runner, list: listDeliveries, export: exportList).register(on: routes)
    MessageFigureRoutes(runner: runner, compile: compileFigures).register(on: routes)
    FilterTrialRoutes().register(on: routes)
  }
}
