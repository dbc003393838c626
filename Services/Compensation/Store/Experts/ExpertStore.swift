import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of experts.
enum ExpertStore {
  struct Filter: Sendable {
    var regions: [String]
    var level: PoolLevel?
    var field: ExpertField?
    var isActive: Bool?
    /// The entry of the last row of the page before.
    var before: Int64?
    var limit = 50
  }

  private static let columns: SQL = "number, entry, form::text, version"

  /// The next number of a region's pool: whoever takes one holds the region until the commit.
  static func nextNumber(in region: String, on connection: PostgresConnection) async throws -> String {
    let rows = try await connection.query(
      """
      insert into expert_number (region, last) values (\(region), 1)
      on conflict (region) do update set last = expert_number.last + 1 returning last
      """, as: Int64.self)
    let last = rows.first ?? 1
    let digits = String(last)
    return "E\(region)-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  static func insert(_ expert: Expert, at now: Date, on connection: PostgresConnection) async throws {
    let form = expert.form
    try await connection.execute(
      """
      insert into expert (number, region, level, grade, fields, is_active, form, version, updated_at)
      values (\(expert.number), \(form.region), \(form.level.rawValue), \(form.grade),
        \(form.fields.map(\.rawValue)), \(expert.isActive), \(PostgresJSON(form.json.bytes)), \(expert.version), \(now))
      """)
  }

  static func save(_ expert: Expert, at now: Date, on connection: PostgresConnection) async throws {
    let form = expert.form
    try await connection.execute(
      """
      update expert set level = \(form.level.rawValue), grade = \(form.grade),
        fields = \(form.fields.map(\.rawValue)), is_active = \(expert.isActive),
        form = \(PostgresJSON(form.json.bytes)), version = \(expert.version), updated_at = \(now)
      where number = \(expert.number)
      """)
  }

  static func lock(_ number: String, on connection: PostgresConnection) async throws -> Expert? {
    try await read("select \(columns) from expert where number = \(number) for update", on: connection).first?.expert
  }

  static func find(_ numbers: [String], on connection: PostgresConnection) async throws -> [Expert] {
    try await read(
      "select \(columns) from expert where number = any(\(numbers)) order by number", on: connection
    ).map(\.expert)
  }

  /// A page of experts, the latest registered first.
  static func list(
    _ filter: Filter, on connection: PostgresConnection
  ) async throws -> [(expert: Expert, entry: Int64)] {
    var condition: SQL = "\(RegionCondition.sql(filter.regions)) and entry < \(filter.before ?? .max)"
    if let level = filter.level { condition = "\(condition) and level = \(level.rawValue)" }
    if let field = filter.field { condition = "\(condition) and fields @> \([field.rawValue])" }
    if let isActive = filter.isActive { condition = "\(condition) and is_active = \(isActive)" }
    return try await read(
      "select \(columns) from expert where \(condition) order by entry desc limit \(filter.limit)", on: connection)
  }

  /// Everybody who can be drawn: of the city's own pool and of the counties' that the region covers, of a field and a
  /// grade; one more than a pool holds, so that too many are seen.
  static func candidates(
    for draw: ExpertDraw, grades: [String], on connection: PostgresConnection
  ) async throws -> [Expert] {
    let city = draw.region.prefix(4) + "00"
    let span = RegionSpan(draw.region)
    return try await read(
      """
      select \(columns) from expert
      where is_active and grade = any(\(grades)) and fields && \(draw.file.fields.map(\.rawValue))
        and level = any(\(draw.file.levels.map(\.rawValue)))
        and (level = 'city' and region = \(String(city))
          or level = 'county' and region between \(span.first) and \(span.last))
      order by number limit \(ExpertDraw.largestPool + 1)
      """, on: connection
    ).map(\.expert)
  }

  private static func read(
    _ statement: SQL, on connection: PostgresConnection
  ) async throws -> [(expert: Expert, entry: Int64)] {
    try await connection.query(statement, as: (String, Int64, String, Int64).self).map { row in
      let form = try ExpertForm(json: try JSON(parsing: Array(row.2.utf8), limits: .storedFile), path: "form")
      return (Expert(number: row.0, form: form, version: row.3), row.1)
    }
  }
}
