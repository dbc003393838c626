import Contracts
import FoundationEssentials
import Postgres

/// The positive list's rows.
enum ListingStore {
  private typealias Columns = (
    UUID, Int64, String, String, String, String, Date, Date?, String?, [String], [String], Date?, Date?, String?,
    [String], Date?, String, String, String, String?, Int64
  )
  private static let columns: SQL = """
    id, entry, subject, region, ground, status, recommended_at, decided_at, decided_by, screening, unmet, valid_until,
    removed_at, cause, fact_codes, barred_until, rule, pack, pack_sha256, rule_article, version
    """

  static func insert(_ listing: Listing, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into positive_listing (id, subject, region, ground, status, recommended_at, screening, unmet, fact_codes,
        rule, pack, pack_sha256, rule_article, version)
      values (\(listing.id), \(listing.subject), \(listing.region), \(listing.ground.rawValue),
        \(listing.status.rawValue), \(listing.recommendedAt), \(listing.screening), \(listing.unmet),
        \(listing.factCodes), \(listing.rule.rule), \(listing.rule.pack), \(listing.rule.version),
        \(listing.rule.article as String?), \(listing.version))
      """)
  }

  static func save(_ listing: Listing, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update positive_listing set status = \(listing.status.rawValue), decided_at = \(listing.decidedAt as Date?),
        decided_by = \(listing.decidedBy as String?), screening = \(listing.screening), unmet = \(listing.unmet),
        valid_until = \(listing.validUntil as Date?), removed_at = \(listing.removedAt as Date?),
        cause = \(listing.cause?.rawValue as String?), fact_codes = \(listing.factCodes),
        barred_until = \(listing.barredUntil as Date?), rule = \(listing.rule.rule), pack = \(listing.rule.pack),
        pack_sha256 = \(listing.rule.version), rule_article = \(listing.rule.article as String?),
        version = \(listing.version)
      where id = \(listing.id)
      """)
  }

  /// Everything these subjects ever had on the list, the oldest first.
  static func of(_ subjects: [String], on connection: PostgresConnection) async throws -> [String: [Listing]] {
    Dictionary(
      grouping: try await read(
        "select \(columns) from positive_listing where subject = any(\(subjects)) order by subject, entry",
        on: connection), by: \.subject)
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Listing? {
    try await read("select \(columns) from positive_listing where id = \(id)", on: connection).first
  }

  /// Which of these subjects are on the list.
  static func listed(_ subjects: [String], on connection: PostgresConnection) async throws -> Set<String> {
    Set(
      try await connection.query(
        "select subject from positive_listing where subject = any(\(subjects)) and status = 'listed'",
        as: String.self))
  }

  /// Which entries a list shows.
  static func listing(
    _ page: EntryPlace, status: Listing.Status?, ground: ListingGround?, subject: String?
  ) -> EntryListing {
    var listing = EntryListing(table: "positive_listing", place: page)
    if let status { listing = listing.adding("status = \(status.rawValue)") }
    if let ground { listing = listing.adding("ground = \(ground.rawValue)") }
    if let subject { listing = listing.adding("subject = \(subject)") }
    return listing
  }

  static func list(
    _ listing: EntryListing, on connection: PostgresConnection
  ) async throws -> (rows: [Listing], next: Int64?) {
    try await listing.cut(try await read(listing.page(columns), on: connection), entry: \.entry, on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Listing] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let ground = ListingGround(rawValue: row.4), let status = Listing.Status(rawValue: row.5) else {
        throw StoredValueError(table: "positive_listing", id: row.0.lowercased)
      }
      return Listing(
        id: row.0, subject: row.2, region: row.3, ground: ground, status: status, recommendedAt: row.6,
        decidedAt: row.7, decidedBy: row.8, screening: row.9, unmet: row.10, validUntil: row.11, removedAt: row.12,
        cause: row.13.flatMap(RemovalCause.init(rawValue:)), factCodes: row.14, barredUntil: row.15,
        rule: Contracts.RuleReference(pack: row.17, version: row.18, rule: row.16, article: row.19),
        version: row.20, entry: row.1)
    }
  }
}
