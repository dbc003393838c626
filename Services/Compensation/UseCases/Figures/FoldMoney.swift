import Logging
import Postgres
import ServiceLifecycle

/// Folds what was counted and booked every few seconds, by real time: how far it is says nothing about figures and
/// balances, which add up what is folded and what is not.
struct FoldMoney: Service {
  let pool: PostgresPool
  let logger: Logger

  func run() async throws {
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
  func callAsFunction() async throws {
    while try await pool.withTransaction({ try await CaseFigureStore.fold(on: $0) }) {}
    while try await pool.withTransaction({ try await BalanceStore.fold(on: $0) }) {}
  }
}
