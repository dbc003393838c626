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
      let query = try SubjectQuery(request, principal)
      if try request.wantsCSV { return try await table(query, request, context, principal) }
      let page = try await runner.read { try await list(query.filter, on: $0) }
      var object = JSONObject()
      object.set("subjects", .array(page.subjects.map(SubjectView.line)))
      object.set("next", page.next?.cursor(of: query.canonical))
      return JSONResponse(.object(object)).response(from: request, context: context)
    }
    routes.get("v1/subjects/{key}") { request, context in
      JSONResponse(SubjectView.detail(try await found(request, context)))
    }
    routes.get("v1/subjects/{key}/history") { request, context in
      JSONResponse(try SubjectView.history(try await found(request, context)))
    }
    routes.get("v1/subjects/{key}/explanation") { request, context in
      let found = try await found(request, context)
      guard request.uri.queryParameters["format"] == "text" else {
        return JSONResponse(SubjectView.explanation(found)).response(from: request, context: context)
      }
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: ExplanationText.sheet(found))))
    }
  }

  private func found(_ request: Request, _ context: ServiceRequestContext) async throws -> FindSubject.Found {
    let principal = try Self.reader(context)
    let key = try SubjectPath.read(context)
    let query = try QueryReader(request, allowing: ["at", "format"])
    if let format = query.text("format"), !["json", "text"].contains(format) {
      throw QueryReader.invalid("format", "json or text")
    }
    let instant = try query.instant("at") ?? runner.now
    let found = try await runner.read { try await find(key.description, at: instant, on: $0) }
    if let region = found.rating?.region ?? key.region?.description, !principal.mayAct(in: region) {
      throw Problem.regionForbidden(region)
    }
    return found
  }

  private func table(
    _ query: SubjectQuery, _ request: Request, _ context: ServiceRequestContext, _ principal: Principal
  ) async throws -> Response {
    let caller = Caller(principal, context)
    try await runner.run { ListExport.record("subjects", query.canonical, by: caller, work: $0) }
    let (runner, list, filter) = (runner, list, query.filter)
    return CSVStream(fileName: "subjects.csv", columns: SubjectTable.columns) {
      let walk = ListExport.Walk<ListedSubject> { after in
        var filter = filter
        filter.after = after ?? filter.after
        filter.limit = ListSubjects.largestPage
        let asked = filter
        let page = try await runner.read { try await list(asked, on: $0) }
        return (page.subjects, page.next)
      }
      return { try await walk.next()?.map(SubjectTable.row) }
    }.response(from: request, context: context)
  }

  static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
  }
}
