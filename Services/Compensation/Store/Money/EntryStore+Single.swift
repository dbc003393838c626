import Contracts
import FoundationEssentials
import Postgres

extension EntryStore {
  /// Books one entry that somebody ordered.
  /// - Throws: ``AccountError/documentTaken(_:)`` when one was booked for the same under this number.
  static func book(_ entry: LedgerEntry, at now: Date, on connection: PostgresConnection) async throws {
    let isTaken = try await connection.query("select true from account_entry where id = \(entry.id)", as: Bool.self)
    guard isTaken.isEmpty else { throw AccountError.documentTaken(entry.document ?? "") }
    try await insert([entry], at: now, on: connection)
  }
}
