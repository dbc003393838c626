import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Reading cases, and money that no known case was named for.
struct CaseRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let list: ListCases
  let find: FindCase

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/cases") { request, context in
      let principal = try Self.reader(context)
      let filter = try Self.filter(request, principal)
      let found = try await runner.read { try await list(filter, on: $0) }
      var object = JSONObject()
      object.set("cases", .array(found.map { CaseView.line($0.compensation) }))
      if found.count >= filter.limit { object.set("after", found.last?.entry) }
      return JSONResponse(.object(object))
    }
    routes.get("v1/cases/{id}") { request, context in
      let principal = try Self.reader(context)
      let id = try Self.id(context)
      guard let found = try await runner.read({ try await find(id, on: $0) }) else {
        throw Problem.notFound("There is no case of this id.")
      }
      let region = found.compensation.region
      guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      return JSONResponse(CaseView.detail(found))
    }
    routes.get("v1/payments/unassigned") { request, context in
      try context.require(.finance, .auditor, .leader)
      let payments = try await runner.read { try await PaymentStore.list(nil, on: $0) }
      return JSONResponse(["payments": .array(payments)])
    }
  }

  static func id(_ context: ServiceRequestContext) throws -> UUID {
    guard let id = UUID(uuidString: try context.parameters.require("id")) else {
      throw Problem.notFound("A case's id is a UUID.")
    }
    return id
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .finance, .auditor)
  }

  private static func filter(_ request: Request, _ principal: Principal) throws -> ListCases.Filter {
    let query = try QueryReader(request, allowing: ["region", "status", "overdue", "after", "limit"])
    var filter = ListCases.Filter(regions: try query.regions(for: principal))
    filter.status = try query.code("status")
    filter.after = try query.integer("after", in: 0...Int.max).map { Int64($0) }
    filter.limit = try query.integer("limit", in: 1...ListCases.largestPage) ?? filter.limit
    filter.isOverdue = try query.flag("overdue") ?? false
    return filter
  }
}
