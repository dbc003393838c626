import Civics
import Contracts
import FoundationEssentials
import Postgres

/// The inspection plans' rows.
enum PlanStore {
  private typealias Columns = (
    String, Int64, String, String, String, String, [String], Date?, String, String, String, String?, Date
  )
  private static let columns: SQL = """
    subject, entry, region, colour, per_year, mode, reasons, special_until, rule, pack, pack_sha256, rule_article,
    updated_at
    """

  static func find(_ subjects: [String], on connection: PostgresConnection) async throws -> [String: StoredPlan] {
    let found = try await read(
      "select \(columns) from inspection_plan where subject = any(\(subjects))", on: connection)
    return Dictionary(found.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func save(_ plans: [StoredPlan], on connection: PostgresConnection) async throws {
    guard !plans.isEmpty else { return }
    let reasons = plans.map { $0.plan.reasons.map(\.rawValue).joined(separator: " ") }
    try await connection.execute(
      """
      insert into inspection_plan (subject, region, colour, per_year, mode, reasons, special_until, rule, pack,
        pack_sha256, rule_article, updated_at)
      select subject, region, colour, per_year, mode, string_to_array(reasons, ' '), special_until, rule, pack,
        pack_sha256, rule_article, updated_at
      from unnest(\(plans.map(\.subject)), \(plans.map(\.region)), \(plans.map(\.colour.rawValue)),
        \(plans.map(\.plan.perYear.description)), \(plans.map(\.plan.mode.rawValue)), \(reasons),
        \(plans.map(\.plan.specialUntil)), \(plans.map(\.plan.rule.rule)), \(plans.map(\.plan.rule.pack)),
        \(plans.map(\.plan.rule.version)), \(plans.map(\.plan.rule.article)), \(plans.map(\.updatedAt)))
        as new(subject, region, colour, per_year, mode, reasons, special_until, rule, pack, pack_sha256, rule_article,
          updated_at)
      on conflict (subject) do update set region = excluded.region, colour = excluded.colour,
        per_year = excluded.per_year, mode = excluded.mode, reasons = excluded.reasons,
        special_until = excluded.special_until, rule = excluded.rule, pack = excluded.pack,
        pack_sha256 = excluded.pack_sha256, rule_article = excluded.rule_article, updated_at = excluded.updated_at
      """)
  }

  /// Which plans a list shows.
  static func listing(_ page: EntryPlace, colour: Colour?, mode: InspectionMode?) -> EntryListing {
    var listing = EntryListing(table: "inspection_plan", place: page)
    if let colour { listing = listing.adding("colour = \(colour.rawValue)") }
    if let mode { listing = listing.adding("mode = \(mode.rawValue)") }
    return listing
  }

  static func list(
    _ listing: EntryListing, on connection: PostgresConnection
  ) async throws -> (rows: [StoredPlan], next: Int64?) {
    try await listing.cut(try await read(listing.page(columns), on: connection), entry: \.entry, on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [StoredPlan] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let colour = Colour(rawValue: row.3), let perYear = Ratio(row.4), let mode = InspectionMode(rawValue: row.5)
      else { throw StoredValueError(table: "inspection_plan", id: row.0) }
      return StoredPlan(
        subject: row.0, region: row.2, colour: colour,
        plan: InspectionPlan(
          perYear: perYear, mode: mode, reasons: row.6.compactMap(FrequencyReason.init(rawValue:)),
          rule: Contracts.RuleReference(pack: row.9, version: row.10, rule: row.8, article: row.11),
          specialUntil: row.7, changesAt: nil),
        updatedAt: row.12, entry: row.1)
    }
  }
}
