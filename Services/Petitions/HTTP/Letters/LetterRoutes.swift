import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Work reminder letters over HTTP: drafts, signing, acknowledgement, answers.
struct LetterRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let write: WriteLetter
  let take: LetterTaker

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/reminder-letters") { request, context in try await list(request, context) }
    routes.get("v1/reminder-letters/{id}") { _, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let id = try PathID.read(context)
      guard let letter = try await runner.read({ try await LetterStore.find(id, on: $0) }) else {
        throw Problem.notFound("There is no letter of this id.")
      }
      guard principal.mayAct(in: letter.toRegion) else { throw Problem.regionForbidden(letter.toRegion) }
      return JSONResponse(LetterView.json(letter))
    }
    routes.post("v1/reminder-letters") { request, context in try await draft(request, context) }
    routes.post("v1/reminder-letters/{id}/{step}") { request, context in try await step(request, context) }
  }

  private func draft(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let fields = try JSONFields(try await request.json(context), path: "body")
    let region = try fields.region("toRegion")
    let findings = try Self.findings(fields)
    let caller = Caller(principal, context)
    let letter = try await runner.run { work in
      try await write(findings, to: region, by: caller, work: work) { from in
        guard principal.mayAct(in: from) else { throw Problem.regionForbidden(from) }
      }
    }
    return JSONResponse(LetterView.json(letter), status: .created)
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
    let page = try PageQuery(request, principal)
    let status = try Self.status(request)
    let found = try await runner.read {
      try await LetterStore.list(
        regions: page.regions, status: status, before: page.after, limit: page.limit, on: $0)
    }
    var object = JSONObject()
    object.set("letters", .array(found.map(LetterView.json)))
    if found.count >= page.limit { object.set("after", found.last?.entry) }
    return JSONResponse(.object(object))
  }

  private func step(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let id = try PathID.read(context)
    let step = try await Self.read(try context.parameters.require("step"), request, context)
    if !step.isAddressees { try context.require(.supervisor, .leader) }
    let caller = Caller(principal, context)
    let letter = try await runner.run { work in
      try await take(step, on: id, by: caller, work: work) { letter in
        let region = step.isAddressees ? letter.toRegion : letter.fromRegion
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        if step.isAddressees, principal.mayAct(in: letter.fromRegion) { throw LetterError.ownLetter }
      }
    }
    guard let letter else { throw Problem.notFound("There is no letter of this id.") }
    return JSONResponse(LetterView.json(letter))
  }

  private static func read(
    _ name: String, _ request: Request, _ context: ServiceRequestContext
  ) async throws -> LetterTaker.Step {
    switch name {
    case "issue": return .issue
    case "acknowledge": return .acknowledge
    case "findings": return .findings(try findings(try JSONFields(try await request.json(context), path: "body")))
    case "answer":
      let answer = try LetterAnswer(json: try await request.json(context), path: "body")
      return .answer(
        LetterAnswer(
          rectified: answer.rectified, searched: answer.searched, likeProblems: answer.likeProblems,
          summary: TextMask.mask(answer.summary).text))
    case "review":
      let fields = try JSONFields(try await request.json(context), path: "body")
      return .review(
        accepted: try fields.bool("accepted"),
        reason: try fields.optionalText("reason", limit: 4096).map { TextMask.mask($0).text })
    default: throw Problem.notFound("A letter knows findings, issue, acknowledge, answer and review.")
    }
  }

  /// What was found, in words of staff; names and numbers that slipped in are masked, for a letter leaves the service.
  private static func findings(_ fields: JSONFields) throws -> [ReminderFinding] {
    let findings: [ReminderFinding] = try fields.objects(
      "findings", required: true, maximum: ReminderLetter.largestCount)
    guard !findings.isEmpty else { throw ContractViolation(.fieldEmpty, field: fields.path("findings")) }
    return findings.map { ReminderFinding(petitionId: $0.petitionId, summary: TextMask.mask($0.summary).text) }
  }

  private static func status(_ request: Request) throws -> LetterStatus? {
    guard let text = request.uri.queryParameters["status"].map(String.init) else { return nil }
    guard let status = LetterStatus(rawValue: text) else {
      throw PageQuery.invalid("status", LetterStatus.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return status
  }
}
