import Messaging
import Postgres

extension CommandContext {
  /// For an operator's subcommand that needs the tables alone: runs the body and closes the pool.
  /// - Throws: ``CommandFailure`` for a schema that is not complete, and what the body throws, untouched.
  func withRunner<Definition: HostedService, Value>(
    of definition: Definition.Type, _ body: (UnitOfWorkRunner) async throws -> Value
  ) async throws -> Value {
    let foundation = try HostFoundation<Definition>(self)
    let result: Result<Value, any Error>
    do {
      let work = foundation.workContext(shards: try await foundation.shards())
      result = .success(
        try await body(UnitOfWorkRunner(pool: foundation.pool, context: work, signal: foundation.signal)))
    } catch {
      result = .failure(error)
    }
    await foundation.pool.shutdown()
    return try result.get()
  }
}
