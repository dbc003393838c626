import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The ledger's entries: lists, single ones, and those that staff enter themselves.
struct FactRoutes: Sendable {
  let posts: IdempotentPosts
  let runner: UnitOfWorkRunner
  let record: RecordOwnFact
  let list: ListFacts

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/facts") { request, context in
      let principal = try SubjectRoutes.reader(context)
      let query = try FactQuery(request, principal)
      if try request.wantsCSV { return try await table(query, request, context, principal) }
      let page = try await runner.read { try await list(query.filter, on: $0) }
      var object = JSONObject()
      object.set("facts", .array(page.facts.map(FactView.detail)))
      object.set("next", page.next?.cursor(of: query.canonical))
      return JSONResponse(.object(object)).response(from: request, context: context)
    }
    routes.get("v1/facts/{id}") { _, context in
      let principal = try SubjectRoutes.reader(context)
      return JSONResponse(FactView.detail(try await fact(context, principal)))
    }
    routes.post("v1/facts") { request, context in try await enter(request, context) }
    routes.post("v1/facts/{id}/correction") { request, context in try await correct(request, context) }
  }

  /// The role is checked before the body is read, the region when it is known.
  private func enter(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor)
    // The key is what makes the same thing entered again the same, for ever.
    let key = try IdempotencyKey.required(request).text
    let body = try await request.json(context)
    let own = try OwnFact(json: body, path: "body")
    guard principal.mayAct(in: own.region) else { throw Problem.regionForbidden(own.region) }
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      try ClockBounds().check(own.establishedAt, field: "body.establishedAt", now: work.now)
      return Self.answer(try await record(own, key: key, by: caller, work: work))
    }
  }

  private func correct(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor)
    let key = try IdempotencyKey.required(request).text
    let entry = try await fact(context, principal)
    let body = try await request.json(context)
    let own = try OwnCorrection(fields: try JSONFields(body, path: "body"), entry: entry)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      try ClockBounds().check(own.correctedAt, field: "body.correctedAt", now: work.now)
      return Self.answer(try await record(own, key: key, by: caller, work: work))
    }
  }

  private func fact(_ context: ServiceRequestContext, _ principal: Principal) async throws -> Fact {
    guard let id = UUID(text: try context.parameters.require("id")) else {
      throw Problem.notFound("The id of an entry is a UUID.")
    }
    guard let fact = try await runner.read({ try await list(id, on: $0) }) else {
      throw Problem.notFound("The ledger has no entry of this id.")
    }
    guard principal.mayAct(in: fact.region) else { throw Problem.regionForbidden(fact.region) }
    return fact
  }

  static func answer(_ recorded: (fact: Fact, isNew: Bool)) -> JSONResponse {
    var object = JSONObject()
    object.set("entryId", recorded.fact.id)
    object.set("subjectKey", recorded.fact.subject)
    object.set("codes", recorded.fact.codes)
    object.set("points", recorded.fact.lines.reduce(.zero) { $0 + $1.points }.decimal)
    return JSONResponse(.object(object), status: recorded.isNew ? .created : .ok)
  }

  private func table(
    _ query: FactQuery, _ request: Request, _ context: ServiceRequestContext, _ principal: Principal
  ) async throws -> Response {
    let caller = Caller(principal, context)
    try await runner.run { ListExport.record("facts", query.canonical, by: caller, work: $0) }
    let (runner, list, filter) = (runner, list, query.filter)
    return CSVStream(fileName: "facts.csv", columns: FactTable.columns) {
      let walk = ListExport.Walk<Fact> { after in
        var filter = filter
        filter.after = after ?? filter.after
        filter.limit = ListFacts.largestPage
        let asked = filter
        let page = try await runner.read { try await list(asked, on: $0) }
        return (page.facts, page.next)
      }
      return { try await walk.next()?.flatMap(FactTable.rows) }
    }.response(from: request, context: context)
  }
}

extension Caller {
  init(_ principal: Principal, _ context: ServiceRequestContext) {
    self.init(subject: principal.subject, requestId: context.requestID, traceParent: context.traceParent)
  }
}
