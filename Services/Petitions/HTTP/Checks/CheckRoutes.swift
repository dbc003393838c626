import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Monthly field checks over HTTP: the draw for whoever wants to verify it, results from those who looked.
struct CheckRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let inspect: RecordInspection

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/monthly-checks") { request, context in
      let principal = try Self.reader(context)
      let page = try PageQuery(request, principal)
      let found = try await runner.read {
        try await CheckStore.list(regions: page.regions, limit: page.limit, on: $0)
      }
      var object = JSONObject()
      object.set("checks", .array(found.map(CheckView.line)))
      return JSONResponse(.object(object))
    }
    routes.get("v1/monthly-checks/{id}") { _, context in
      let (check, cases) = try await found(context)
      return JSONResponse(CheckView.detail(check, cases))
    }
    routes.get("v1/monthly-checks/{id}/pool") { _, context in
      let (check, _) = try await found(context)
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
  }

  private func inspection(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.handler, .supervisor, .leader)
    let id = try PathID.read(context)
    let read = try Inspection(json: try await request.json(context), path: "body")
    // What is found goes out to whoever subscribes, so the second net masks what slipped in.
    let inspection = Inspection(
      petitionId: read.petitionId, passed: read.passed, unit: read.unit,
      summary: read.summary.map { TextMask.mask($0).text })
    let caller = Caller(principal, context)
    let after = try await runner.run { work in
      try await inspect(inspection, of: id, by: caller, work: work) { region in
        guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      }
    }
    guard let after else { throw Problem.notFound("There is no check of this id.") }
    return JSONResponse(CheckView.detail(after.check, after.cases))
  }

  /// A check with its sample. Its region is the city's; agencies may verify the draw too.
  private func found(_ context: ServiceRequestContext) async throws -> (MonthlyCheck, [CheckedCase]) {
    let principal = try Self.reader(context)
    let id = try PathID.read(context)
    let found = try await runner.read { connection -> (MonthlyCheck, [CheckedCase])? in
      guard let check = try await CheckStore.find(id, on: connection) else { return nil }
      return (check, try await CheckedCaseStore.cases(of: id, on: connection))
    }
    guard let found else { throw Problem.notFound("There is no check of this id.") }
    guard principal.mayAct(in: found.0.region) else { throw Problem.regionForbidden(found.0.region) }
    return found
  }

  private static func reader(_ context: ServiceRequestContext) throws -> Principal {
    try context.require(.clerk, .handler, .supervisor, .leader, .auditor, .agency)
  }
}
