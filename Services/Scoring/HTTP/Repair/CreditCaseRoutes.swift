import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Credit repair, objections, administrative reviews and lawsuits over HTTP. With `If-Match` a step is taken only on the
/// version that was seen.
struct CreditCaseRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let file: FileCreditCase
  let take: CreditCaseTaker
  let list: ListCreditCases

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/credit-cases") { request, context in try await postCase(request, context) }
    routes.get("v1/credit-cases") { request, context in
      try await listing(request, context).response(from: request, context: context)
    }
    routes.get("v1/credit-cases/{id}") { request, context in
      let principal = try Self.reader(context)
      let id = try PathID.read(context)
      guard let found = try await runner.read({ try await list.cases.find(id, on: $0) }) else { throw Self.missing }
      guard principal.mayAct(in: found.region) else { throw Problem.regionForbidden(found.region) }
      let tag = EntityTag(version: found.version)
      if tag.isKnown(to: request) { return Response(status: .notModified, headers: [.eTag: tag.description]) }
      return Self.answer(found).response(from: request, context: context)
    }
    for name in CreditStep.names {
      routes.post(RouterPath("v1/credit-cases/{id}/\(name)")) { request, context in
        try await postStep(name, request, context)
      }
    }
  }

  private func postCase(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let body = try await request.json(context)
    let application = try CreditApplication(json: body, path: "body")
    return try await posts.answer(request, context, body: body) { work in
      let credit = try await file(application, by: Caller(principal, context), work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      return Self.answer(credit, status: .created)
    }
  }

  private func postStep(_ name: String, _ request: Request, _ context: ServiceRequestContext) async throws
    -> JSONResponse
  {
    let principal = try Self.staff(for: name, context)
    let id = try PathID.read(context)
    let match = try IfMatch(request)
    let body = try await request.json(context)
    let step = try CreditStepReader.read(name, body)
    return try await posts.answer(request, context, body: body) { work in
      let credit = try await take(step, on: id, by: Caller(principal, context), work: work) { credit in
        guard principal.mayAct(in: credit.region) else { throw Problem.regionForbidden(credit.region) }
        try match.check(EntityTag(version: credit.version))
      }
      guard let credit else { throw Self.missing }
      return Self.answer(credit)
    }
  }

  private func listing(_ request: Request, _ context: ServiceRequestContext) async throws -> any ResponseGenerator {
    let query = try CreditCaseQuery(request, try Self.reader(context))
    if try request.wantsCSV {
      let (runner, list, filter) = (runner, list, query.filter)
      return CSVStream(fileName: "credit-cases.csv", columns: CreditCaseView.columns) {
        let pages = MarkedPages<Int64, CreditCase> { before in
          var filter = filter
          filter.before = before
          filter.limit = EntryPlace.largestPage
          let page = try await runner.read { [filter] in try await list(filter, on: $0) }
          return (page.cases, page.next)
        }
        return { try await pages.next()?.map(CreditCaseView.row) }
      }
    }
    let page = try await runner.read { try await list(query.filter, on: $0) }
    var object = JSONObject()
    object.set("cases", .array(page.cases.map(CreditCaseView.line)))
    object.set("next", page.next.map(query.cursor))
    return JSONResponse(.object(object))
  }

  private static let missing = Problem.notFound("There is no case of this id.")

  private static func answer(_ credit: CreditCase, status: HTTPResponse.Status = .ok) -> JSONResponse {
    JSONResponse(
      CreditCaseView.detail(credit), status: status,
      headers: [.eTag: EntityTag(version: credit.version).description])
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
  }

  /// Decisions are for those who answer for them; a period is extended by the head alone.
  private static func staff(for step: String, _ context: ServiceRequestContext) throws -> Principal {
    switch step {
    case "extend": try context.require(.leader)
    case "accept", "refuse", "decide": try context.require(.supervisor, .leader)
    default: try context.require(.clerk, .handler, .supervisor, .leader)
    }
  }
}
