import Contracts
import FoundationEssentials
import Postgres

/// The register of units.
enum UnitStore {
  private typealias Columns = (String, Int64, String, String, [String], [String], Int64?, Bool, Int64, Date)
  private static let columns: SQL = """
    subject, entry, region, inspection_class, groups, trades, daily_emission, is_active, version, updated_at
    """

  static func find(_ subjects: [String], on connection: PostgresConnection) async throws -> [String: SupervisedUnit] {
    let found = try await read(
      "select \(columns) from supervised_unit where subject = any(\(subjects))", on: connection)
    return Dictionary(found.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func lock(_ subject: String, on connection: PostgresConnection) async throws -> SupervisedUnit? {
    try await read("select \(columns) from supervised_unit where subject = \(subject) for update", on: connection).first
  }

  /// Writes a unit, new or changed.
  static func save(_ unit: SupervisedUnit, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into supervised_unit (subject, region, inspection_class, groups, trades, daily_emission, is_active, version,
        updated_at)
      values (\(unit.subject), \(unit.region), \(unit.inspectionClass.rawValue), \(unit.groups), \(unit.trades),
        \(unit.dailyEmission as Int64?), \(unit.isActive), \(unit.version), \(unit.updatedAt))
      on conflict (subject) do update set region = excluded.region, inspection_class = excluded.inspection_class,
        groups = excluded.groups, trades = excluded.trades, daily_emission = excluded.daily_emission,
        is_active = excluded.is_active, version = excluded.version, updated_at = excluded.updated_at
      """)
  }

  /// Which units a list shows.
  static func listing(
    _ page: EntryPlace, inspectionClass: InspectionClass? = nil, isActive: Bool? = nil, isEmitting: Bool = false
  ) -> EntryListing {
    var listing = EntryListing(table: "supervised_unit", place: page)
    if let inspectionClass { listing = listing.adding("inspection_class = \(inspectionClass.rawValue)") }
    if let isActive { listing = listing.adding("is_active = \(isActive)") }
    return isEmitting ? listing.adding("daily_emission is not null") : listing
  }

  static func list(
    _ listing: EntryListing, on connection: PostgresConnection
  ) async throws -> (rows: [SupervisedUnit], next: Int64?) {
    try await listing.cut(try await read(listing.page(columns), on: connection), entry: \.entry, on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [SupervisedUnit] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let inspectionClass = InspectionClass(rawValue: row.3) else {
        throw StoredValueError(table: "supervised_unit", id: row.0)
      }
      return SupervisedUnit(
        subject: row.0, region: row.2, inspectionClass: inspectionClass, groups: row.4, trades: row.5,
        dailyEmission: row.6, isActive: row.7, version: row.8, entry: row.1, updatedAt: row.9)
    }
  }
}
