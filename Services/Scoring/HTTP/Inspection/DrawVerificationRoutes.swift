import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// A released draw made again: what anybody can do with the public pools, done here for staff.
struct DrawVerificationRoutes: Sendable {
  let runner: UnitOfWorkRunner

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/inspection-draws/{id}/verification") { _, context in
      let principal = try RegisterRoutes.reader(context)
      let id = try PathID.read(context)
      let found = try await runner.read { connection -> (InspectionDraw, [InspectionAssignment], [String: String])? in
        guard let draw = try await DrawStore.find(id, on: connection), draw.status == .released else { return nil }
        return (
          draw, try await AssignmentStore.all(of: id, on: connection), try await DrawStore.pools(of: id, on: connection)
        )
      }
      guard let (draw, assignments, pools) = found else {
        throw Problem.notFound("There is no released draw of this id.")
      }
      guard principal.mayAct(in: draw.region) else { throw Problem.regionForbidden(draw.region) }
      return JSONResponse(
        Self.json(draw, try DrawVerification(draw, assignments, pools: pools, digest: DrawDigest.sha256)))
    }
  }

  private static func json(_ draw: InspectionDraw, _ verification: DrawVerification) -> JSON {
    var object = JSONObject()
    object.set("drawId", draw.id)
    object.set("algorithm", ProvableDraw.algorithm)
    object.set("holds", verification.holds)
    object.set(
      "checks",
      .array(
        verification.checks.map { check in
          var object = JSONObject()
          object.set("check", code: check.subject)
          object.set("about", check.about)
          object.set("holds", check.holds)
          return .object(object)
        }))
    return .object(object)
  }
}
