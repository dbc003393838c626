import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The catalogue of no-penalty and mitigation as it stood at an instant, and firms' requests to apologise.
struct CatalogueRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let book: LenienceBook
  let record: RecordApologyRequest

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/leniency-catalogue") { request, context in
      try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
      let instant = try QueryReader(request, allowing: ["at"]).instant("at") ?? runner.now
      guard let rules = try book.earlierRules(at: instant) else {
        throw QueryReader.invalid("at", "an instant at which rules were in force")
      }
      return JSONResponse(CatalogueView.json(rules, at: instant))
    }
    routes.post("v1/apology-requests") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader)
      let body = try await request.json(context)
      let asked = try ApologyRequest(json: body, path: "body")
      guard asked.requestedAt <= runner.now else {
        throw LenienceError.invalid(field: "body.requestedAt", reason: "a request lies in the past")
      }
      return try await posts.answer(request, context, body: body) { work in
        try await record(asked, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
        return JSONResponse(asked, status: .created)
      }
    }
  }
}
