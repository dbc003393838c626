import Civics
import FoundationEssentials
import Postgres

/// The rule packs and calendars as the database keeps them.
struct RuleStore: Sendable {
  /// One document as it is loaded.
  struct Document: Sendable {
    enum Kind: String, Sendable {
      case pack
      case calendar
    }

    let kind: Kind
    let hash: String
    let name: String
    let body: [UInt8]
  }

  let connection: PostgresConnection

  /// Makes these documents the active ones. Earlier ones stay, for decisions refer to them.
  func replace(with documents: [Document]) async throws {
    try await connection.withSavepoint { connection in
      _ = try await connection.execute("update rule_document set active = false where active")
      _ = try await connection.execute(
        """
        insert into rule_document (hash, kind, name, body, active)
        select *, true from unnest(\(documents.map(\.hash)), \(documents.map(\.kind.rawValue)),
          \(documents.map(\.name)), \(documents.map(\.body)))
        on conflict (hash) do update set active = true
        """)
    }
  }

  /// The active documents.
  func active() async throws -> [Document] {
    try await connection.query(
      "select kind, hash, name, body from rule_document where active order by kind, name, hash",
      as: (String, String, String, [UInt8]).self
    ).compactMap { row in
      Document.Kind(rawValue: row.0).map { Document(kind: $0, hash: row.1, name: row.2, body: row.3) }
    }
  }
}
