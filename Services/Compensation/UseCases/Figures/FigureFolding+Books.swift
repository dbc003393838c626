import Logging
import Messaging
import Postgres

extension FigureFolding {
  /// What cases, restorations and the account count.
  static func ofBooks(pool: PostgresPool, logger: Logger) -> FigureFolding {
    FigureFolding(
      pool: pool, logger: logger, { try await CaseFigureStore.fold(on: $0) },
      { try await ResultFigureStore.fold(on: $0) },
      { try await StageFigureStore.fold(on: $0) },
      { try await BalanceStore.fold(on: $0) })
  }
}
