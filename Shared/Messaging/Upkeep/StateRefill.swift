internal import Postgres

/// The operator's wish that the state topics hold what the tables hold: after a restore, what came to be in another order may
/// differ from what was published first.
public struct StateRefill: Sendable {
  private let runner: UnitOfWorkRunner

  public init(runner: UnitOfWorkRunner) {
    self.runner = runner
  }

  /// Lets the running service begin at the first key, also where it was at it already; audited.
  public func begin(by actor: String, reason: String) async throws {
    try await runner.run { work in
      _ = try await work.connection.execute(
        """
        insert into messaging_setting (name, value) values ('state.refill', '')
        on conflict (name) do update set value = ''
        """)
      work.record(AuditEntry(actor: actor, action: "states.refilled", subject: "state topics", cause: reason))
    }
  }
}
