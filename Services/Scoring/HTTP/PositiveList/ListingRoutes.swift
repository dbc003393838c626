import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The positive list: recommendations, decisions, removals.
struct ListingRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let decide: DecideListing

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/positive-list") { request, context in try await list(request, context) }
    routes.get("v1/positive-list/{id}") { _, context in
      let principal = try RegisterRoutes.reader(context)
      let id = try Self.id(context)
      guard let listing = try await runner.read({ try await ListingStore.find(id, on: $0) }) else { throw Self.missing }
      guard principal.mayAct(in: listing.region) else { throw Problem.regionForbidden(listing.region) }
      return Self.answer(listing)
    }
    routes.post("v1/positive-list") { request, context in try await recommend(request, context) }
    routes.post("v1/positive-list/{id}/decision") { request, context in try await decision(request, context) }
    routes.post("v1/positive-list/{id}/removal") { request, context in
      let principal = try context.require(.supervisor, .leader)
      let id = try Self.id(context)
      let match = try IfMatch(request)
      let caller = Caller(principal, context)
      return try await posts.answer(request, context) { work in
        let listing = try await decide.remove(id, by: caller, work: work) {
          try Self.check($0, principal, match)
        }
        guard let listing else { throw Self.missing }
        return Self.answer(listing)
      }
    }
  }

  private func recommend(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let body = try await request.json(context)
    let subject = try JSONFields(body, path: "body").subjectKey("subjectKey")
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let listing = try await decide.recommend(subject, by: caller, work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let listing else { throw Problem.notFound("Nobody has reported anything about this subject.") }
      return Self.answer(listing, status: .created)
    }
  }

  private func decision(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.leader)
    let id = try Self.id(context)
    let match = try IfMatch(request)
    let body = try await request.json(context)
    let form = try ListingForm(json: body, path: "body")
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let listing = try await decide.decide(form, on: id, by: caller, work: work) {
        try Self.check($0, principal, match)
      }
      guard let listing else { throw Self.missing }
      return Self.answer(listing)
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let query = try EntryQuery(
      request, try RegisterRoutes.reader(context), list: "positive-list", filters: ["status", "ground", "subject"])
    let asked = ListingStore.listing(
      query.place, status: try query.reader.code("status"), ground: try query.reader.code("ground"),
      subject: query.reader.text("subject"))
    if try request.wantsCSV {
      let runner = runner
      let table = CSVStream(fileName: "positive-list.csv", columns: ListingView.columns) {
        let pages = ListPages(asked, runner: runner) { try await ListingStore.list($0, on: $1) }
        return { try await pages.next()?.map(ListingView.row) }
      }
      return table.response(from: request, context: context)
    }
    let page = try await runner.read { try await ListingStore.list(asked, on: $0) }
    var object = JSONObject()
    object.set("entries", .array(page.rows.map(ListingView.json)))
    object.set("next", page.next.map(query.cursor))
    return JSONResponse(.object(object)).response(from: request, context: context)
  }

  private static let missing = Problem.notFound("There is no entry of this id.")

  private static func check(_ listing: Listing, _ principal: Principal, _ match: IfMatch) throws {
    guard principal.mayAct(in: listing.region) else { throw Problem.regionForbidden(listing.region) }
    try match.check(EntityTag(version: listing.version))
  }

  private static func answer(_ listing: Listing, status: HTTPResponse.Status = .ok) -> JSONResponse {
    JSONResponse(
      ListingView.json(listing), status: status, headers: [.eTag: EntityTag(version: listing.version).description])
  }

  private static func id(_ context: ServiceRequestContext) throws -> UUID { try PathID.read(context) }
}
