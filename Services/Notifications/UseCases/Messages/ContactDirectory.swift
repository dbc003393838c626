import Postgres

/// Finds how addressees are reached: the addressee book, as the message machinery sees it.
protocol ContactDirectory: Sendable {
  /// The cards of those of these keys that are in the book.
  func cards(of addressees: Set<String>, on connection: PostgresConnection) async throws -> [String: ContactCard]
}
