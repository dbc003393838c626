import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Work reminder letters over HTTP: drafts, signing, acknowledgement, answers.
struct LetterRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
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
      return Self.answer(letter)
    }
    routes.post("v1/reminder-letters") { request, context in try await draft(request, context) }
    routes.post("v1/reminder-letters/{id}/{step}") { request, context in try await step(request, context) }
  }

  private func draft(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.supervisor, .leader)
    let body = try await request.json(context)
    let fields = try JSONFields(body, path: "body")
    let region = try fields.region("toRegion")
    let findings = try Self.findings(fields)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let letter = try await write(findings, to: region, by: caller, work: work) { from in
        guard principal.mayAct(in: from) else { throw Problem.regionForbidden(from) }
      }
      return Self.answer(letter, status: .created)
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
    let page = try PageQuery(request, principal, of: "reminder-letters", filters: ["status"])
    let status: LetterStatus? = try page.filters.code("status")
    let found = try await runner.read {
      try await LetterStore.list(
        regions: page.regions, status: status, before: page.after, limit: page.limit, on: $0)
    }
    var object = JSONObject()
    object.set("letters", .array(found.map(LetterView.json)))
    object.set("next", page.next(found.count, after: found.last?.entry))
    return JSONResponse(.object(object))
  }

  private func step(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let name = try context.parameters.require("step")
    // The letter is the city's; who gets it acknowledges and answers.
    let principal =
      Self.cityOnly.contains(name)
      ? try context.require(.supervisor, .leader) : try context.require(.clerk, .handler, .supervisor, .leader)
    let id = try PathID.read(context)
    let match = try IfMatch(request)
    let body = Self.wordless.contains(name) ? JSON.null : try await request.json(context)
    let step = try Self.read(name, body)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let letter = try await take(step, on: id, by: caller, work: work) { letter in
        let region = step.isAddressees ? letter.toRegion : letter.fromRegion
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        if step.isAddressees, principal.mayAct(in: letter.fromRegion) { throw LetterError.ownLetter }
        try match.check(EntityTag(version: letter.version))
      }
      guard let letter else { throw Problem.notFound("There is no letter of this id.") }
      return Self.answer(letter)
    }
  }

  private static func answer(_ letter: ReminderLetter, status: HTTPResponse.Status = .ok) -> JSONResponse {
    JSONResponse(
      LetterView.json(letter), status: status, headers: [.eTag: EntityTag(version: letter.version).description])
  }

  private static let cityOnly: Set<String> = ["findings", "issue", "review"]
  /// The steps that need no body.
  private static let wordless: Set<String> = ["issue", "acknowledge"]

  private static func read(_ name: String, _ body: JSON) throws -> LetterTaker.Step {
    switch name {
    case "issue": return .issue
    case "acknowledge": return .acknowledge
    case "findings": return .findings(try findings(try JSONFields(body, path: "body")))
    case "answer":
      let answer = try LetterAnswer(json: body, path: "body")
      return .answer(
        LetterAnswer(
          rectified: answer.rectified, searched: answer.searched, likeProblems: answer.likeProblems,
          summary: TextMask.mask(answer.summary).text))
    case "review":
      let fields = try JSONFields(body, path: "body")
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
}
