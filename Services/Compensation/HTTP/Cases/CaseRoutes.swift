import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Reading cases: lists, tables, single cases.
struct CaseRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let rules: RuleBook
  let list: ListCases
  let find: FindCase
  let export: ExportCases

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/cases") { request, context in
      let principal = try Self.reader(context)
      let query = try CaseQuery(request, principal)
      if try request.wantsCSV {
        return try await table(query, principal, context).response(from: request, context: context)
      }
      let page = try await runner.read { try await list(query.filter, on: $0) }
      var object = JSONObject()
      object.set("cases", .array(page.cases.map { CaseView.line($0) }))
      object.set("next", page.next.map(query.cursor))
      return JSONResponse(.object(object)).response(from: request, context: context)
    }
    routes.get("v1/cases/{id}") { request, context in try await detail(request, context) }
  }

  private func detail(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try Self.reader(context)
    let name = try context.parameters.require("id")
    let now = runner.now
    guard let found = try await runner.read({ try await find(name, at: now, on: $0) }) else { throw Self.missing }
    let region = found.compensation.region
    guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
    let tag = EntityTag(version: found.compensation.version)
    if tag.isKnown(to: request) { return Response(status: .notModified, headers: [.eTag: tag.description]) }
    let inForce = CompensationRules(try rules.rules(at: runner.now), calendar: rules.calendar)
    let json = try CaseView.detail(found, documents: inForce.documents(of: found.compensation.status))
    return JSONResponse(json, headers: [.eTag: tag.description]).response(from: request, context: context)
  }

  private func table(
    _ query: CaseQuery, _ principal: Principal, _ context: ServiceRequestContext
  ) async throws -> CSVStream {
    let caller = Caller(principal, context)
    try await runner.run { export.record(query.canonical, by: caller, work: $0) }
    let (runner, walk, filter) = (runner, export, query.filter)
    return CSVStream(fileName: "cases.csv", columns: CaseTable.columns) {
      let pages = walk.pages(filter, runner: runner)
      return { try await pages.next()?.map(CaseTable.row) }
    }
  }

  static let missing = Problem.notFound("There is no case of this id or number.")

  static func id(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(text: try context.parameters.require("id")) else {
      throw Problem.notFound("A case's id is a UUID.")
    }
    return id
  }

  /// Whoever may read cases.
  @discardableResult
  static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .finance, .auditor)
  }
}
