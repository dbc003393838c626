import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// What staff say of subjects themselves: how they are called, and whom sites belong to.
struct SubjectDeskRoutes: Sendable {
  let posts: IdempotentPosts
  let runner: UnitOfWorkRunner
  let find: FindSubject
  let record: RecordOwnFact
  let registerSubjects: RegisterSubjects

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/subjects/{key}/registration") { request, context in try await registration(request, context) }
    routes.post("v1/subjects/{key}/owner") { request, context in try await owner(request, context) }
  }

  private func registration(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor)
    let key = try IdempotencyKey.required(request).text
    let subject = try SubjectPath.read(context).description
    let body = try await request.json(context)
    let own = try OwnRegistration(fields: try JSONFields(body, path: "body"), subject: subject)
    guard principal.mayAct(in: own.region) else { throw Problem.regionForbidden(own.region) }
    try await mayChange(subject, principal)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      try ClockBounds().check(own.registeredAt, field: "body.registeredAt", now: work.now)
      let new = own.registration(of: subject, source: caller.source, key: key, now: work.now)
      let id = EventIdentity.cause(source: caller.source, id: key).lowercased
      let cause = Cause(id: id, correlation: id, traceParent: caller.traceParent)
      try await registerSubjects([(new, cause, caller.subject)], work: work)
      var object = JSONObject()
      object.set("subjectKey", subject)
      object.set("title", new.title)
      object.set("kind", code: new.kind)
      return JSONResponse(.object(object), status: .created)
    }
  }

  private func owner(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor)
    let key = try IdempotencyKey.required(request).text
    let site = try SubjectPath.read(context)
    let body = try await request.json(context)
    let region = site.region?.description ?? "000000"
    let own = try OwnLink(fields: try JSONFields(body, path: "body"), site: site.description, region: region)
    guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
    try await mayChange(own.ownerKey, principal)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      try ClockBounds().check(own.linkedAt, field: "body.linkedAt", now: work.now)
      return FactRoutes.answer(try await record(own, key: key, by: caller, work: work))
    }
  }

  /// Whoever changes a subject's record must be in charge of where it is; what nobody knows yet is free.
  private func mayChange(_ subject: String, _ principal: Principal) async throws {
    let rating = try await runner.read { try await find.ratings.find(subject, on: $0) }
    if let region = rating?.region, !principal.mayAct(in: region) { throw Problem.regionForbidden(region) }
  }
}
