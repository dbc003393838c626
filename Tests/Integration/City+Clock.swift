import Contracts
import Foundation
import Support
import Testing

extension City {
  /// Moves the business clock of a running service, and waits until the timers up to then have fired, what came in is taken
  /// and everything is published.
  func advance(_ service: ServiceProcess, to instant: String) async throws {
    try #require(try await service.becomesReady(), "\(service.lastWords)")
    let token = try await token("operator")
    let answer = await service.post("/operator/clock", #"{"now":"\#(instant)"}"#, token: token)
    try #require(answer?.status == 200, "the clock did not move: \(answer?.body ?? "no answer")")
    try await rest(service)
  }

  /// Waits until a running service has nothing left to do at its business instant.
  func rest(_ service: ServiceProcess) async throws {
    let token = try await token("operator")
    let rested = try await eventually(within: .seconds(30), every: .milliseconds(200)) {
      guard let body = await service.get("/operator/clock", token: token)?.body,
        let pending = try? JSON(parsing: Array(body.utf8))["pending"]
      else { return false }
      return ["timersDue", "outbox", "inbound"].allSatisfy { pending[$0]?.integer == 0 }
    }
    try #require(rested, "\(service.lastWords)")
  }
}
