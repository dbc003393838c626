import FoundationEssentials
public import Messaging
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
    return try await run(foundation) { resources, _ in try await body(resources) }
  }

  /// As ``withResources(of:_:)``, for what the service's own role may not do, such as erasing: the body also gets what runs
  /// units of work under the owner role of the schema.
  /// - Throws: ``CommandFailure`` when `MIGRATION_DATABASE_URL` is not set.
  public func withOwner<Definition: HostedService, Value>(
    of definition: Definition.Type, _ body: (ServiceResources, UnitOfWorkRunner) async throws -> Value
  ) async throws -> Value {
    let foundation = try HostFoundation<Definition>(self)
    let owner = try OwnerPool<Definition>(foundation.configuration, logger: logger)
    let result: Result<Value, any Error>
    do {
      let value = try await run(foundation) { resources, work in
        try await body(resources, UnitOfWorkRunner(pool: owner.pool, context: work, signal: foundation.signal))
      }
      result = .success(value)
    } catch {
      result = .failure(error)
    }
    await owner.pool.shutdown()
    return try result.get()
  }

  private func run<Definition: HostedService, Value>(
    _ foundation: HostFoundation<Definition>, _ body: (ServiceResources, UnitOfWorkContext) async throws -> Value
  ) async throws -> Value {
    let result: Result<Value, any Error>
    do {
      // A standing clock stands where the replicas have it.
      _ = try await foundation.standingClock?.advance(to: .distantPast)
      let work = foundation.workContext(shards: try await foundation.shards())
      let rules = try await foundation.rules()
      let resources = foundation.resources(work: work, rules: rules, health: HealthRegistry())
      result = .success(try await body(resources, work))
    } catch {
      result = .failure(error)
    }
    await foundation.pool.shutdown()
    return try result.get()
  }
}
