import Contracts
import FoundationEssentials
import Hummingbird
import Messaging
import ServiceKit

/// The register of supervisors (环保监督员). Who they are is sealed and shown by no route.
struct SupervisorRoutes: Sendable {
  let runner: UnitOfWorkRunner
  let registry: RegisterSupervisor

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.post("v1/supervisors") { request, context in
      try context.require(.clerk, .supervisor, .leader)
      let registration: RegisterSupervisor.Registration = try await request.json(context)
      let principal = try context.require(.clerk, .supervisor, .leader, region: registration.region)
      let isNew = try await runner.run { work in
        try await registry(registration, by: Caller(principal, context), work: work)
      }
      guard isNew else {
        throw Problem.conflict(
          code: "supervisor-number-taken", detail: "A supervisor is registered under this number.",
          remedy: "Give another number.")
      }
      return JSONResponse(["number": .string(registration.number)], status: .created)
    }
    routes.get("v1/supervisors") { request, context in
      let principal = try context.require(.clerk, .supervisor, .leader, .auditor)
      let page = try PageQuery(request, principal, of: "supervisors", filters: ["afterNumber"])
      let after = page.filters.text("afterNumber") ?? ""
      let found = try await runner.read { connection in
        try await SupervisorStore.list(
          regions: page.regions.map(PetitionListing.pattern), after: after, limit: page.limit, on: connection)
      }
      var object = JSONObject()
      object.set("supervisors", .array(found.map(line)))
      if found.count >= page.limit { object.set("afterNumber", found.last?.number) }
      return JSONResponse(.object(object))
    }
    routes.post("v1/supervisors/{number}/end") { _, context in
      let principal = try context.require(.clerk, .supervisor, .leader)
      let number = try context.parameters.require("number")
      let isThere = try await runner.run { work in
        try await registry.end(number, by: Caller(principal, context), work: work) { region in
          guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
        }
      }
      guard isThere else { throw Problem.notFound("There is no supervisor of this number.") }
      return JSONResponse(["number": .string(number)])
    }
  }

  private func line(_ row: SupervisorStore.Row) -> JSON {
    var object = JSONObject()
    object.set("number", row.number)
    object.set("region", row.region)
    object.set("registeredAt", row.registeredAt)
    object.set("endedAt", row.endedAt)
    return .object(object)
  }
}
