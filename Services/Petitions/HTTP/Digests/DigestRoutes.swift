import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// Daily digests over HTTP.
struct DigestRoutes: Sendable {
  let runner: UnitOfWorkRunner

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("v1/digests") { request, context in
      let principal = try context.require(.clerk, .handler, .supervisor, .leader, .auditor)
      let page = try PageQuery(request, principal, of: "digests", filters: ["day"])
      var day = ShanghaiTime.day(of: runner.now).previous
      if let text = page.filters.text("day") {
        guard let wanted = CivilDate(text) else { throw QueryReader.invalid("day", "a day such as 2024-02-15") }
        day = wanted
      }
      let asked = day
      let digests = try await runner.read {
        try await DigestStore.list(day: asked, regions: page.regions, on: $0)
      }
      var object = JSONObject()
      object.set("day", asked.description)
      object.set("digests", .array(digests))
      return JSONResponse(.object(object))
    }
  }
}
