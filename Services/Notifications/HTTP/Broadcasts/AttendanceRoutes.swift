import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Who was invited, who means to come, and who came.
struct AttendanceRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let posts: IdempotentPosts
  let take: TakeAttendance

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/broadcasts/{id}/attendance") { request, context in try await list(request, context) }
    routes.post("v1/broadcasts/{id}/attendance") { request, context in try await record(request, context) }
    routes.post("v1/broadcasts/{id}/answer") { request, context in try await answer(request, context) }
  }

  private func list(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    let broadcast = try await BroadcastRoutes.read(context, try BroadcastRoutes.reader(context), runner)
    let query = try QueryReader(request, allowing: ["cursor", "limit", "format"])
    if try request.wantsCSV { return table(broadcast.id).response(from: request, context: context) }
    let page = try EntryPage(query, "attendance \(broadcast.id.lowercased)")
    let found = try await runner.read {
      try await RecipientStore.list(of: broadcast.id, after: page.last ?? 0, limit: page.limit + 1, on: $0)
    }
    return page.response("recipients", found, entry: \.entry, view: \.json).response(from: request, context: context)
  }

  private func table(_ id: UUID) -> CSVStream {
    let runner = runner
    return CSVStream(fileName: "attendance.csv", columns: BroadcastView.columns) {
      let after = Position()
      return {
        let found = try await runner.read {
          try await RecipientStore.list(of: id, after: after.value, limit: EntryPage.largest, on: $0)
        }
        guard let last = found.last else { return nil }
        after.value = last.entry
        return found.map(BroadcastView.cells)
      }
    }
  }

  private func record(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.clerk, .handler, .supervisor, .leader)
    let body = try await request.json(context)
    let fields = try JSONFields(body, path: "body")
    let lines: [Attendance] = try fields.objects("attendance", required: true, maximum: TakeAttendance.most)
    guard Set(lines.map(\.addressee)).count == lines.count else {
      throw fields.violation(.fieldUnknownValue, "attendance", "An addressee is listed twice.")
    }
    let broadcast = try await BroadcastRoutes.read(context, principal, runner)
    let caller = Caller(principal, context)
    return try await posts.answer(request, context, body: body) { work in
      JSONResponse(try await take(lines, of: broadcast, by: caller, work: work).json)
    }
  }

  /// One of those invited answers for itself; staff answer for those who called.
  private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> JSONResponse {
    let principal = try context.require(.enterprise, .agency, .clerk, .handler, .supervisor, .leader)
    let body = try await request.json(context)
    let fields = try JSONFields(body, path: "body")
    let answer: BroadcastRecipient.Answer = try fields.code("answer")
    let expected = try fields.optionalInteger("persons", in: 0...10_000)
    let isStaff = principal.has(.clerk, .handler, .supervisor, .leader)
    let addressee = isStaff ? try fields.string("addressee") : principal.subject
    let id = try PathID.read(context)
    guard let broadcast = try await runner.read({ try await BroadcastStore.find(id, on: $0) }) else {
      throw BroadcastRoutes.missing
    }
    if isStaff, !principal.mayAct(in: broadcast.region) { throw Problem.regionForbidden(broadcast.region) }
    return try await posts.answer(request, context, body: body) { work in
      try await take.answer(answer, expected: expected, of: addressee, to: broadcast, work: work)
      var object = JSONObject()
      object.set("answer", code: answer)
      return JSONResponse(.object(object))
    }
  }
}
