import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// 一公开: draws that are released with their pools, and results, open to everybody.
struct PublicDrawRoutes: Sendable {
  let runner: UnitOfWorkRunner

  func register(on open: RouterGroup<ServiceRequestContext>) {
    open.get("v1/public/inspection-draws/{id}") { _, context in
      let (draw, assignments) = try await released(context)
      return JSONResponse(DrawView.whole(draw, assignments, results: false))
    }
    open.get("v1/public/inspection-draws/{id}/pools/{pool}") { _, context in
      let (draw, _) = try await released(context)
      let name = try context.parameters.require("pool")
      guard let pool = try await runner.read({ try await DrawStore.pool(name, of: draw.id, on: $0) }) else {
        throw Problem.notFound("The pools are special, key, general and inspectors.")
      }
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: pool)))
    }
    open.get("v1/public/inspection-results") { request, _ in try await results(request) }
  }

  /// A draw that is not released might not be, as far as the public can tell.
  private func released(
    _ context: ServiceRequestContext
  ) async throws -> (InspectionDraw, [InspectionAssignment]) {
    let id = try PathID.read(context)
    let found = try await runner.read { connection -> (InspectionDraw, [InspectionAssignment])? in
      guard let draw = try await DrawStore.find(id, on: connection), draw.status == .released else { return nil }
      return (draw, try await AssignmentStore.all(of: id, on: connection))
    }
    guard let found else { throw Problem.notFound("There is no released draw of this id.") }
    return found
  }

  private func results(_ request: Request) async throws -> JSONResponse {
    let query = try QueryReader(request, allowing: ["region", "cursor", "limit"])
    let region = query.text("region") ?? "000000"
    guard RegionScope(region) != nil else { throw QueryReader.invalid("region", "six digits of GB/T 2260") }
    let limit = try query.integer("limit", in: 1...EntryPlace.largestPage) ?? 50
    let canonical = "public-results?\(query.canonical(without: ["cursor", "limit"]))"
    let before = try query.text("cursor").map { text throws(Problem) in
      try PageCursor(text, of: canonical, keys: 1).keys[0]
    }
    let found = try await runner.read {
      try await AssignmentStore.published(regions: [region], before: before, limit: limit, on: $0)
    }
    var object = JSONObject()
    object.set("results", .array(found.map(DrawView.published)))
    if found.count >= limit, let last = found.last?.result?.publicEntry {
      object.set("next", PageCursor([last]).text(of: canonical))
    }
    return JSONResponse(.object(object))
  }
}
