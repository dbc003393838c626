public import FoundationEssentials
public import Postgres
public import Tracing

/// Runs use cases that do not come from Kafka – over HTTP, by a timer, by an operator – each as one unit of work.
public struct UnitOfWorkRunner: Sendable {
  private let pool: PostgresPool
  private let context: UnitOfWorkContext
  private let signal: RelaySignal

  public init(pool: PostgresPool, context: UnitOfWorkContext, signal: RelaySignal) {
    self.pool = pool
    self.context = context
    self.signal = signal
  }

  /// The present business instant.
  public var now: Date { context.clock.now }

  /// Begins spans, of attempts at the outside world for one; nil when nothing is traced.
  public var tracer: (any Tracer)? { context.tracer }

  /// Runs the use case in one transaction, with everything it emits. A lost deadlock or serialisation is tried again;
  /// every other error undoes all of it and is thrown as it is.
  public func run<Answer>(_ body: (UnitOfWork) async throws -> Answer) async throws -> Answer {
    var attempt = 0
    while true {
      do {
        let (answer, spans) = try await pool.withTransaction { connection in
          let work = UnitOfWork(connection: connection, context: context, now: context.clock.now)
          let answer = try await body(work)
          try await work.flush()
          return (answer, work.spans)
        }
        for span in spans { span.end() }
        signal.raise()
        return answer
      } catch let error as PostgresError
        where attempt < 3 && error.sqlState?.isContention == true
      {
        attempt += 1
        try await Task.sleep(for: .milliseconds(10 << attempt))
      }
    }
  }

  /// Reads without changing anything.
  public func read<Answer>(_ body: (PostgresConnection) async throws -> Answer) async throws -> Answer {
    try await pool.withConnection(body)
  }
}
