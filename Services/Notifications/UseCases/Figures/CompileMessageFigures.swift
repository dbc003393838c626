import Postgres

/// The figures of a period beside those of the period before: how many were reached, how soon, what failed.
struct CompileMessageFigures: Sendable {
  /// - Returns: the report; its groups ascend by key.
  func callAsFunction(
    _ question: MessageFigureQuestion, on connection: PostgresConnection
  ) async throws -> MessageFigureReport {
    MessageFigureReport(try await MessageFigureStore.sums(question, on: connection), question: question)
  }
}
