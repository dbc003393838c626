import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Monthly field checks over HTTP: the draw for whoever wants to verify it or take part in its chance, results from those
/// who looked.
struct CheckRoutes: Sendable {
  /// A check with what belongs to it.
  private typealias Whole = (check: MonthlyCheck, cases: [CheckedCase], contributions: [Contribution])

  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let inspect: RecordInspection
  let contribute: ContributeSeed

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/monthly-checks") { request, context in try await list(request, context) }
    routes.get("v1/monthly-checks/{id}") { _, context in Self.answer(try await found(context)) }
    routes.get("v1/monthly-checks/{id}/pool") { _, context in
      let check = try await found(context).check
      guard let pool = try await runner.read({ try await CheckedCaseStore.pool(of: check.id, on: $0) }) else {
        throw Problem.notFound("The sample of this month is not drawn yet.")
      }
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: pool)))
    }
    routes.post("v1/monthly-checks/{id}/inspections") { request, context in
      try await inspection(request, context)
    }
    routes.post("v1/monthly-checks/{id}/commitments") { request, context in
      try await contribution(request, context) { body, id, caller, work, authorise in
        let commitment = try JSONFields(body, path: "body").sha256("commitment")
        return try await contribute.commit(commitment, to: id, by: caller, work: work, authorise: authorise)
      }
    }
    routes.post("v1/monthly-checks/{id}/seeds") { request, context in
      try await contribution(request, context) { body, id, caller, work, authorise in
        let seed = try JSONFields(body, path: "body").sha256("seed")
        return try await contribute.reveal(seed, of: id, by: caller, work: work, authorise: authorise)
      }
    }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let page = try PageQuery(request, try Self.reader(context), of: "monthly-checks", keys: 2)
    let after = page.mark.map { (month: Self.month($0[0]), region: String($0[1])) }
    let found = try await runner.read {
      try await CheckStore.list(regions: page.regions, after: after, limit: page.limit, on: $0)
    }
    let last = found.last
    var object = JSONObject()
    object.set("checks", .array(found.map(CheckView.line)))
    object.set(
      "next",
      page.next(
        found.count, after: last.flatMap { Int64($0.month.filter { $0 != "-" }) }, last.flatMap { Int64($0.region) }))
    return JSONResponse(.object(object))
  }

  /// `202402` as `2024-02`.
  private static func month(_ key: Int64) -> String {
    let digits = String(key)
    return "\(digits.prefix(4))-\(digits.dropFirst(4))"
  }

  private func inspection(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let id = try PathID.read(context)
    let match = try IfMatch(request)
    let body = try await request.json(context)
    let read = try Inspection(json: body, path: "body")
    // What is found goes out to whoever subscribes, so the second net masks what slipped in.
    let inspection = Inspection(
      petitionId: read.petitionId, passed: read.passed, unit: read.unit,
      summary: read.summary.map { TextMask.mask($0).text })
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let after = try await inspect(inspection, of: id, by: caller, work: work) { check in
        guard principal.mayAct(in: check.region) else { throw Problem.regionForbidden(check.region) }
        try match.check(EntityTag(version: check.sequence))
      }
      guard let after else { throw Self.missing }
      let contributions = try await ContributionStore.list(of: id, on: work.connection)
      return Self.answer((after.check, after.cases, contributions))
    }
  }

  /// Somebody brings a seed: any agency or office of the region, in its own name and once.
  private func contribution(
    _ request: Request, _ context: ServiceRequestContext,
    _ bring: (JSON, UUID, Caller, UnitOfWork, (String) throws -> Void) async throws -> MonthlyCheck?
  ) async throws -> JSONResponse {
    let principal = try context.require(.agency, .auditor, .supervisor, .leader)
    let id = try PathID.read(context)
    let body = try await request.json(context)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      let check = try await bring(body, id, caller, work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
      guard let check else { throw Self.missing }
      return Self.answer(
        (
          check, try await CheckedCaseStore.cases(of: id, on: work.connection),
          try await ContributionStore.list(of: id, on: work.connection)
        ))
    }
  }

  /// A check with its sample. Its region is the city's; agencies may verify the draw too.
  private func found(_ context: ServiceRequestContext) async throws -> Whole {
    let principal = try Self.reader(context)
    let id = try PathID.read(context)
    let found = try await runner.read { connection -> Whole? in
      guard let check = try await CheckStore.find(id, on: connection) else { return nil }
      return (
        check, try await CheckedCaseStore.cases(of: id, on: connection),
        try await ContributionStore.list(of: id, on: connection)
      )
    }
    guard let found else { throw Self.missing }
    guard principal.mayAct(in: found.check.region) else { throw Problem.regionForbidden(found.check.region) }
    return found
  }

  private static func answer(_ whole: Whole) -> JSONResponse {
    JSONResponse(
      CheckView.detail(whole.check, whole.cases, whole.contributions),
      headers: [.eTag: EntityTag(version: whole.check.sequence).description])
  }

  private static let missing = Problem.notFound("There is no check of this id.")

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
  }
}
