import Postgres

@testable import Notifications

/// An addressee book of a test's own.
struct FixedDirectory: ContactDirectory {
  let known: [String: ContactCard]

  func cards(of addressees: Set<String>, on connection: PostgresConnection) async throws -> [String: ContactCard] {
    known.filter { addressees.contains($0.key) }
  }
}
