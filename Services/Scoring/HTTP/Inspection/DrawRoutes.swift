import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Double-random draws: committed to, drawn in secret, inspected, released.
struct DrawRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let prepare: PrepareDraw
  let make: MakeDraw
  let release: ReleaseDraw
  let record: RecordResult

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/inspection-draws") { request, context -> Response in
      let query = try DrawQuery(request, try RegisterRoutes.reader(context))
      if try request.wantsCSV { return query.table(runner).response(from: request, context: context) }
      return try await query.page(runner).response(from: request, context: context)
    }
    routes.get("v1/inspection-draws/{id}") { _, context in try await detail(context) }
    routes.post("v1/inspection-draws") { request, context in try await commit(request, context) }
    routes.post("v1/inspection-draws/{id}/commitments") { request, context in
      try await contribute(request, context, field: "commitment") {
        try await prepare.contribute($0, to: $1, by: $2, work: $3, authorise: $4)
      }
    }
    routes.post("v1/inspection-draws/{id}/seeds") { request, context in
      try await contribute(request, context, field: "seed") {
        try await prepare.reveal($0, to: $1, by: $2, work: $3, authorise: $4)
      }
    }
    routes.post("v1/inspection-draws/{id}/draw") { request, context in try await draw(request, context) }
    routes.post("v1/inspection-draws/{id}/results") { request, context in try await result(request, context) }
    routes.post("v1/inspection-draws/{id}/publication") { request, context in try await publish(request, context) }
    routes.post("v1/inspection-draws/{id}/release") { request, context in try await release(request, context) }
  }

  /// What was drawn is shown before its release to those alone who send inspectors out, and each look is noted.
  private func detail(_ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try RegisterRoutes.reader(context)
    let id = try PathID.read(context)
    let found = try await runner.read { connection -> (InspectionDraw, [InspectionAssignment])? in
      guard let draw = try await DrawStore.find(id, on: connection) else { return nil }
      return (draw, try await AssignmentStore.all(of: id, on: connection))
    }
    guard let (draw, assignments) = found else { throw Self.missing }
    guard principal.mayAct(in: draw.region) else { throw Problem.regionForbidden(draw.region) }
    let isStaff = principal.has(.supervisor, .leader)
    switch draw.status {
    case .committed: return JSONResponse(.object(DrawView.json(draw)))
    case .released: return JSONResponse(DrawView.whole(draw, assignments, results: isStaff))
    case .drawn where isStaff:
      let caller = Caller(principal, context)
      try await runner.run { work in
        PrepareDraw.record("inspection-draw.seen", draw, by: caller.subject, work: work)
      }
      return JSONResponse(DrawView.whole(draw, assignments, results: true))
    case .drawn: return JSONResponse(.object(DrawView.json(draw)))
    }
  }

  private func commit(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let body = try await request.json(context)
    let form = try DrawForm(json: body, path: "body")
    guard principal.mayAct(in: form.region) else { throw Problem.regionForbidden(form.region) }
    return try await posts.answer(request, context, body: body) { work in
      guard let quarter = form.period, work.now < quarter.end else { throw DrawForm.badQuarter }
      let draw = try await prepare.commit(
        region: form.region, level: form.level, quarter: quarter, by: principal.subject, work: work)
      return JSONResponse(.object(DrawView.json(draw)), status: .created)
    }
  }

  private typealias Contribution = (
    String, UUID, Caller, UnitOfWork, (InspectionDraw) throws -> Void
  ) async throws -> InspectionDraw?

  private func contribute(
    _ request: Request, _ context: ServiceRequestContext, field: String, _ change: Contribution
  ) async throws -> JSONResponse {
    let principal = try context.require(.agency, .auditor)
    let id = try PathID.read(context)
    let body = try await request.json(context)
    let text = try JSONFields(body, path: "body").sha256(field)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      guard let draw = try await change(text, id, caller, work, { try Self.check($0, principal) }) else {
        throw Self.missing
      }
      return JSONResponse(.object(DrawView.json(draw)))
    }
  }

  private func draw(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let id = try PathID.read(context)
    let body = try await request.json(context)
    let without = try JSONFields(body, path: "body").strings("without", maximum: InspectionDraw.mostContributors)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      guard
        let made = try await make(
          id, without: without, by: caller, work: work, authorise: { try Self.check($0, principal) })
      else { throw Self.missing }
      return JSONResponse(.object(DrawView.json(made.draw)))
    }
  }

  private func result(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let id = try PathID.read(context)
    let body = try await request.json(context)
    let form = try ResultForm(json: body, path: "body")
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let kept = try await record(form, of: id, by: caller, work: work) { try Self.check($0, principal) }
      guard let kept else { throw Self.missing }
      return JSONResponse(DrawView.assignment(kept, results: true), status: .created)
    }
  }

  private func publish(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let id = try PathID.read(context)
    return try await posts.answer(request, context) { work in
      guard var draw = try await DrawStore.lock(id, on: work.connection) else { throw Self.missing }
      try Self.check(draw, principal)
      try await PublishResults.publish(of: &draw, dueBy: nil, work: work)
      try await DrawStore.save(draw, on: work.connection)
      PrepareDraw.record("inspection-draw.published", draw, by: principal.subject, work: work)
      return JSONResponse(.object(DrawView.json(draw)))
    }
  }

  private func release(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let id = try PathID.read(context)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context) { work in
      let draw = try await release(id, by: caller, work: work) { try Self.check($0, principal) }
      guard let draw else { throw Self.missing }
      return JSONResponse(.object(DrawView.json(draw)))
    }
  }

  private static func check(_ draw: InspectionDraw, _ principal: Principal) throws {
    guard principal.mayAct(in: draw.region) else { throw Problem.regionForbidden(draw.region) }
  }

  static let missing = Problem.notFound("There is no draw of this id.")
}
