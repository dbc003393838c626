import Hummingbird
import Messaging

/// What an operator asks a running service: its clock, how it stands, what it could not take in.
struct OperatorRoutes: Sendable {
  let clock: ClockRoutes
  let status: OperatorStatusReader
  let letters: DeadLetters

  func register(on routes: RouterGroup<ServiceRequestContext>) {
    clock.register(on: routes)
    DeadLetterRoutes(letters: letters).register(on: routes)
    routes.get("operator/status") { _, context in
      try context.require(.operator, .auditor)
      return JSONResponse(try await status.read())
    }
  }
}
