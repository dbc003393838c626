import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Damage over HTTP: trying a calculation out, assessing a case, reading and printing what was assessed.
struct DamageRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let calculate: CalculateDamage
  let assess: AssessDamage
  let cases: CaseStore

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/damage/calculations") { request, context in
      try CaseRoutes.reader(context)
      let report = try DamageReport(json: try await request.json(context), path: "body")
      return JSONResponse(DamageView.json(try calculate(report, at: runner.now)))
    }
    routes.post("v1/damage/dust") { request, context in
      try CaseRoutes.reader(context)
      let emission = try DustEmission(json: try await request.json(context), path: "body")
      let estimate = try calculate.dust(emission, at: runner.now)
      var object = JSONObject()
      object.set("kilograms", JSON.number(estimate.kilograms))
      object.set("derivation", estimate.sheet.lines)
      object.set("rules", estimate.sheet.rules)
      return JSONResponse(.object(object))
    }
    routes.post("v1/cases/{id}/assess-damage") { request, context in try await assess(request, context) }
    routes.get("v1/cases/{id}/assessments") { _, context in
      let compensation = try await known(context)
      let kept = try await runner.read { try await AssessmentStore.list(compensation.id, on: $0) }
      return JSONResponse(["assessments": .array(kept.map(DamageView.json))])
    }
    routes.get("v1/assessments/{id}") { request, context in try await print(request, context) }
  }

  private func assess(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let id = try CaseRoutes.id(context)
    let json = try await request.json(context)
    let report = try DamageReport(json: json, path: "body")
    let match = try IfMatch(request)
    return try await posts.answer(request, context, body: json) { work in
      let assessed = try await assess(report, on: id, by: Caller(principal, context), work: work) { compensation in
        guard principal.mayAct(in: compensation.region) else { throw Problem.regionForbidden(compensation.region) }
        try match.check(EntityTag(version: compensation.version))
      }
      guard let assessed else { throw CaseRoutes.missing }
      var object = DamageView.json(assessed.assessment.sum).object ?? JSONObject()
      object.set("assessmentId", assessed.assessment.id)
      return JSONResponse(
        .object(object), status: .created,
        headers: [
          .location: "/v1/assessments/\(assessed.assessment.id.lowercased)",
          .eTag: EntityTag(version: assessed.compensation.version).description,
        ])
    }
  }

  /// As JSON, or as a page to print with `?format=text`.
  private func print(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let principal = try CaseRoutes.reader(context)
    let id = try CaseRoutes.id(context)
    let query = try QueryReader(request, allowing: ["format"])
    let found: (AssessmentStore.Kept, CompensationCase)? = try await runner.read { connection in
      guard let kept = try await AssessmentStore.find(id, on: connection),
        let compensation = try await cases.find(kept.caseId, on: connection)
      else { return nil }
      return (kept, compensation)
    }
    guard let (kept, compensation) = found else { throw Problem.notFound("There is no assessment of this id.") }
    guard principal.mayAct(in: compensation.region) else { throw Problem.regionForbidden(compensation.region) }
    switch query.text("format") {
    case nil, "json": return JSONResponse(DamageView.json(kept)).response(from: request, context: context)
    case "text":
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: DamageView.text(kept, caseNumber: compensation.number))))
    default: throw QueryReader.invalid("format", "json or text")
    }
  }

  private func known(_ context: ServiceRequestContext) async throws -> CompensationCase {
    let principal = try CaseRoutes.reader(context)
    let id = try CaseRoutes.id(context)
    guard let compensation = try await runner.read({ try await cases.find(id, on: $0) }) else {
      throw CaseRoutes.missing
    }
    guard principal.mayAct(in: compensation.region) else { throw Problem.regionForbidden(compensation.region) }
    return compensation
  }
}
