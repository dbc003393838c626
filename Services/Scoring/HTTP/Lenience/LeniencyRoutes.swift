import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Assessing leniency in penalty cases, and deciding within what was assessed.
struct LeniencyRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let assess: AssessLeniency
  let decide: DecideLeniency
  let list: ListAssessments

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/leniency-assessments") { request, context in try await postAssessment(request, context) }
    routes.get("v1/leniency-assessments") { request, context in
      try await listing(request, context).response(from: request, context: context)
    }
    routes.get("v1/leniency-assessments/{id}") { _, context in
      let principal = try Self.reader(context)
      let id = try PathID.read(context)
      guard let found = try await runner.read({ try await assess.assessments.find(id, on: $0) }) else {
        throw Self.missing
      }
      guard principal.mayAct(in: found.region) else { throw Problem.regionForbidden(found.region) }
      return JSONResponse(LeniencyView.json(found))
    }
    routes.post("v1/leniency-assessments/{id}/decide") { request, context in try await postDecision(request, context) }
  }

  private func postAssessment(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let body = try await request.json(context)
    let asked = try LeniencyRequest(json: body, path: "body")
    return try await posts.answer(request, context, body: body) { work in
      let kept = try await assess(asked, by: Caller(principal, context), work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      return JSONResponse(LeniencyView.json(kept), status: .created)
    }
  }

  private func postDecision(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let id = try PathID.read(context)
    let body = try await request.json(context)
    let choice = try LeniencyChoice(json: body, path: "body")
    return try await posts.answer(request, context, body: body) { work in
      let kept = try await decide(choice, on: id, by: Caller(principal, context), work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let kept else { throw Self.missing }
      return JSONResponse(LeniencyView.json(kept))
    }
  }

  private func listing(_ request: Request, _ context: ServiceRequestContext) async throws -> any ResponseGenerator {
    let query = try LeniencyQuery(request, try Self.reader(context))
    if try request.wantsCSV {
      let (runner, list, filter) = (runner, list, query.filter)
      return CSVStream(fileName: "leniency.csv", columns: LeniencyView.columns) {
        let pages = MarkedPages<Int64, LeniencyRecord> { before in
          var filter = filter
          filter.before = before
          filter.limit = EntryPlace.largestPage
          let page = try await runner.read { [filter] in try await list(filter, on: $0) }
          return (page.assessments, page.next)
        }
        return { try await pages.next()?.map(LeniencyView.row) }
      }
    }
    let page = try await runner.read { try await list(query.filter, on: $0) }
    var object = JSONObject()
    object.set("assessments", .array(page.assessments.map(LeniencyView.json)))
    object.set("next", page.next.map(query.cursor))
    return JSONResponse(.object(object))
  }

  private static let missing = Problem.notFound("There is no assessment of this id.")

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
  }
}
