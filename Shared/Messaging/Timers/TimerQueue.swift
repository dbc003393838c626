public import FoundationEssentials
internal import Postgres

/// What an operator sees of the timers, and does about one whose effect fails.
public struct TimerQueue: Sendable {
  /// A timer as it waits.
  public struct Entry: Sendable {
    public let id: UUID
    public let kind: String
    public let subject: String
    public let due: Date
    /// How often its effect has failed, and why it did the last time.
    public let attempts: Int
    public let failure: String?
    /// It waits until then after a failure.
    public let retryAt: Date?
  }

  /// How many of one kind wait.
  public struct Count: Sendable {
    public let kind: String
    public let waiting: Int
    /// Due by the business clock.
    public let due: Int
    public let failing: Int
    public let next: Date?
  }

  private let runner: UnitOfWorkRunner

  public init(runner: UnitOfWorkRunner) {
    self.runner = runner
  }

  /// By kind, in order of their names.
  public func counts() async throws -> [Count] {
    let now = runner.now
    return try await runner.read { connection in
      try await connection.query(
        """
        select kind, count(*), count(*) filter (where due_at <= \(now)), count(*) filter (where attempts > 0), min(due_at)
        from timer group by kind order by kind
        """, as: (String, Int, Int, Int, Date?).self
      ).map { Count(kind: $0.0, waiting: $0.1, due: $0.2, failing: $0.3, next: $0.4) }
    }
  }

  /// Those that are due first, at most `limit`; of one kind or subject where one is given.
  public func list(
    kind: String? = nil, subject: String? = nil, failingOnly: Bool = false, limit: Int
  ) async throws -> [Entry] {
    try await runner.read { connection in
      try await connection.query(
        """
        select id, kind, subject, due_at, attempts, failure, retry_at from timer
        where (\(kind as String?) is null or kind = \(kind as String?))
          and (\(subject as String?) is null or subject = \(subject as String?))
          and (not \(failingOnly) or attempts > 0)
        order by due_at, subject limit \(limit)
        """, as: (UUID, String, String, Date, Int, String?, Date?).self
      ).map {
        Entry(
          id: $0.0, kind: $0.1, subject: $0.2, due: $0.3, attempts: $0.4, failure: $0.5, retryAt: $0.6)
      }
    }
  }

  /// Lets those that failed and wait be tried at once, of one kind where it is given; audited.
  /// - Returns: how many.
  public func retry(kind: String? = nil, by actor: String, reason: String) async throws -> Int {
    try await runner.run { work in
      let count = try await work.connection.execute(
        """
        update timer set retry_at = null
        where retry_at is not null and (\(kind as String?) is null or kind = \(kind as String?))
        """)
      if count > 0 {
        work.record(
          AuditEntry(
            actor: actor, action: "timers.retried", subject: kind ?? "all kinds", cause: reason,
            detail: Array(#"{"timers":\#(count)}"#.utf8)))
      }
      return count
    }
  }
}
