import Postgres

/// The nine figures of 两保三降四升 of a period beside those of the period before.
struct CompileFigures: Sendable {
  /// - Returns: the report; its groups ascend by code, the total comes first.
  func callAsFunction(
    _ question: FigureQuestion, rules: FigureRules, on connection: PostgresConnection
  ) async throws -> FigureReport {
    FigureReport(try await FigureStore.sums(question, on: connection), question: question, rules: rules)
  }
}
