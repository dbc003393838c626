import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Reading scores: of one subject as of any instant, with the derivation, and in lists.
struct SubjectRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let find: FindSubject
  let list: ListSubjects

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/subjects") { request, context in
      let principal = try Self.reader(context)
      let filter = try Self.filter(request, principal)
      let found = try await runner.read { try await list(filter, on: $0) }
      var object = JSONObject()
      object.set("subjects", .array(found.map(SubjectView.line)))
      if found.count >= filter.limit { object.set("after", found.last?.subject) }
      return JSONResponse(.object(object))
    }
    routes.get("v1/subjects/{key}") { request, context in
      let (subject, found) = try await found(request, context)
      return JSONResponse(SubjectView.detail(subject, found))
    }
    routes.get("v1/subjects/{key}/explanation") { request, context in
      let (subject, found) = try await found(request, context)
      return JSONResponse(SubjectView.explanation(subject, found))
    }
  }

  private func found(
    _ request: Request, _ context: ServiceRequestContext
  ) async throws -> (String, FindSubject.Found) {
    let principal = try Self.reader(context)
    let written = try context.parameters.require("key")
    // Names of sites are written in Chinese, which arrives percent-encoded.
    let text = URLComponents(string: "/" + written).map { String($0.path.dropFirst()) } ?? written
    let key: SubjectKey
    do {
      key = try SubjectKey(text)
    } catch {
      throw Problem.notFound("A subject is uscc: and a code, or site:, a region and a slug. \(error)")
    }
    let instant = try Self.instant(request) ?? runner.now
    let found = try await runner.read { try await find(key.description, at: instant, on: $0) }
    if let region = found.rating?.region ?? key.region?.description, !principal.mayAct(in: region) {
      throw Problem.regionForbidden(region)
    }
    return (key.description, found)
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
  }

  private static func instant(_ request: Request) throws -> Date? {
    try QueryReader(request, allowing: ["at"]).instant("at")
  }

  private static func filter(_ request: Request, _ principal: Principal) throws -> ListSubjects.Filter {
    let query = try QueryReader(request, allowing: ["region", "colour", "after", "limit"])
    var filter = ListSubjects.Filter(regions: try query.regions(for: principal))
    filter.colour = try query.code("colour")
    filter.after = query.text("after") ?? ""
    filter.limit = try query.integer("limit", in: 1...ListSubjects.largestPage) ?? filter.limit
    return filter
  }
}
