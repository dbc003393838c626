import FoundationEssentials
import Messaging
import Postgres

extension CommandContext {
  /// For an operator's subcommand that does a service's own work: runs the body with what use cases are built from, and
  /// closes the pool. There is no broker, no timer and no HTTP; what is emitted waits in the outbox, and the running
  /// service publishes it.
  /// - Throws: ``CommandFailure`` for a schema that is not complete, and what the body throws, untouched.
  public func withResources<Definition: HostedService, Value>(
    of definition: Definition.Type, _ body: (ServiceResources) async throws -> Value
  ) async throws -> Value {
    let foundation = try HostFoundation<Definition>(self)
    let result: Result<Value, any Error>
    do {
      // A standing clock stands where the replicas have it.
      _ = try await foundation.standingClock?.advance(to: .distantPast)
      let work = foundation.workContext(shards: try await foundation.shards())
      let rules = try await foundation.rules()
      result = .success(
        try await body(foundation.resources(work: work, rules: rules, health: HealthRegistry())))
    } catch {
      result = .failure(error)
    }
    await foundation.pool.shutdown()
    return try result.get()
  }
}
