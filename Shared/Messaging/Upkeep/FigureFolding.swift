public import Logging
public import Postgres
public import ServiceLifecycle

/// Folds what was counted or booked every few seconds, by real time: how far it is says nothing about figures and balances,
/// which add up what is folded and what is not.
public struct FigureFolding: Service {
  /// Folds a bounded part in one transaction; answers whether there may be more.
  public typealias Fold = @Sendable (_ connection: PostgresConnection) async throws -> Bool

  private let pool: PostgresPool
  private let logger: Logger
  private let folds: [Fold]

  /// - Parameter folds: one for each kind of count, each run to its end before the next.
  public init(pool: PostgresPool, logger: Logger, _ folds: Fold...) {
    self.pool = pool
    self.logger = logger
    self.folds = folds
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await self()
        } catch {
          self.logger.debug("figures could not be folded; trying again", metadata: ["reason": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }

  /// Folds all that is there now.
  public func callAsFunction() async throws {
    for fold in folds {
      while try await pool.withTransaction({ try await fold($0) }) {}
    }
  }
}
