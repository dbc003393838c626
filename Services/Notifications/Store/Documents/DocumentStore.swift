import Contracts
import Crypto
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of legal documents.
enum DocumentStore {
  /// A document as lists show it, without its text.
  struct Line: Sendable {
    let entry: Int64
    let id: UUID
    let code: String
    let number: String
    let subject: String
    let region: String
    let audience: String
    let addressee: String?
    let language: String
    let issuer: String
    let title: String
    let sha256: String
    let edition: String
    let issuedAt: Date
  }

  private typealias Columns = (
    Int64, UUID, String, String, String, String, String, String?, String, String, String, String, String, Date
  )
  private static let columns: SQL = """
    entry, id, code, number, subject, region, audience, addressee, language, issuer, title, sha256, edition, issued_at
    """

  /// The numbers of those of these that were issued before.
  static func numbers(of ids: [UUID], on connection: PostgresConnection) async throws -> [UUID: String] {
    let rows = try await connection.query(
      "select id, number from legal_document where id = any(\(ids))", as: (UUID, String).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  static func insert(_ documents: [LegalDocument], on connection: PostgresConnection) async throws {
    for document in documents {
      // Few, and long: one statement each.
      try await connection.execute(
        """
        insert into legal_document (id, code, number, subject, region, audience, addressee, language, issuer, title,
          plain, html, sha256, edition, cause, issued_at)
        values (\(document.id), \(document.code), \(document.number), \(document.subject), \(document.region),
          \(document.audience.rawValue), \(document.addressee as String?), \(document.language.rawValue),
          \(document.issuer), \(document.title), \(document.plain), \(document.html), \(sha256(document.html)),
          \(document.edition), \(document.cause), \(document.issuedAt))
        on conflict (id) do nothing
        """)
    }
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Line? {
    try await read("where id = \(id)", on: connection).first
  }

  /// The text of a document.
  static func text(_ id: UUID, html: Bool, on connection: PostgresConnection) async throws -> String? {
    let column: SQL = html ? "html" : "plain"
    return try await connection.query("select \(column) from legal_document where id = \(id)", as: String.self).first
  }

  /// A page of documents, the newest first.
  static func list(
    _ filter: DocumentFilter, before: Int64, limit: Int, on connection: PostgresConnection
  ) async throws -> [Line] {
    var condition: SQL = filter.addressee.map { "addressee = \($0)" } ?? RegionCondition.sql(filter.regions)
    if let code = filter.code { condition = "\(condition) and code = \(code)" }
    if let subject = filter.subject { condition = "\(condition) and subject = \(subject)" }
    if let number = filter.number { condition = "\(condition) and number = \(number)" }
    return try await read("where \(condition) and entry < \(before) order by entry desc limit \(limit)", on: connection)
  }

  private static func read(_ condition: SQL, on connection: PostgresConnection) async throws -> [Line] {
    try await connection.query("select \(columns) from legal_document \(condition)", as: Columns.self).map { row in
      Line(
        entry: row.0, id: row.1, code: row.2, number: row.3, subject: row.4, region: row.5, audience: row.6,
        addressee: row.7, language: row.8, issuer: row.9, title: row.10, sha256: row.11, edition: row.12,
        issuedAt: row.13)
    }
  }

  private static func sha256(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }
}
