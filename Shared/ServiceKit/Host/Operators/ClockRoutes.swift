import Contracts
import FoundationEssentials
import Hummingbird
import Messaging

/// Where the business clock stands and what is still to do by it; outside production it can be moved.
struct ClockRoutes: Sendable {
  let clock: StandingClock?
  let now: any BusinessClock
  let backlog: BacklogReader

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    routes.get("operator/clock") { _, context in
      try context.require(.operator)
      return JSONResponse(try await state())
    }
    routes.post("operator/clock") { request, context in
      try context.require(.operator)
      guard let clock else {
        throw Problem.conflict(
          code: "clock-follows-real-time", detail: "The business clock of this service follows real time.",
          remedy: "Set BUSINESS_CLOCK_START outside production to have one that stands.")
      }
      let fields = try JSONFields(try await request.json(context), path: "body")
      try await clock.advance(to: try fields.instant("now"))
      return JSONResponse(try await state())
    }
  }

  private func state() async throws -> JSON {
    let backlog = try await backlog.read(now: now.now)
    var pending = JSONObject()
    pending.set("timersDue", .integer(backlog.timersDue))
    pending.set("outbox", .integer(backlog.outbox))
    // A consumer that does not know yet what waits has something to do: it has to find out.
    pending.set("inbound", .integer(backlog.inbound ?? 1))
    var object = JSONObject()
    object.set("now", .string(RFC3339.text(of: now.now)))
    object.set("nextTimer", backlog.nextTimer.map { .string(RFC3339.text(of: $0)) } ?? .null)
    object.set("pending", .object(pending))
    return .object(object)
  }
}
