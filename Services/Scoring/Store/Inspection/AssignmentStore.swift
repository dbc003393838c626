import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// What was drawn, and what the visits came to.
enum AssignmentStore {
  private typealias Columns = (
    UUID, Int, String, String, String, [String], [String], String?, Date?, Bool?, Bool?, [String]?, Date?, String?,
    String?, Date?, Int64?
  )
  private static let columns: SQL = """
    draw_id, rank, inspection_class, subject, region, inspectors, avoided, inspection_number, inspected_at, on_site,
    problems, fact_codes, publish_by, result_rule::text, recorded_by, published_at, public_entry
    """

  static func insert(_ assignments: [InspectionAssignment], on connection: PostgresConnection) async throws {
    guard !assignments.isEmpty else { return }
    // Arrays of arrays have one length in PostgreSQL: the numbers, which hold no blank lines, are joined.
    try await connection.execute(
      """
      insert into inspection_assignment (draw_id, rank, inspection_class, subject, region, inspectors, avoided)
      select draw_id, rank, class, subject, region, string_to_array(inspectors, chr(10)),
        string_to_array(avoided, chr(10))
      from unnest(\(assignments.map(\.drawId)), \(assignments.map { Int64($0.rank) }),
        \(assignments.map(\.inspectionClass.rawValue)), \(assignments.map(\.subject)), \(assignments.map(\.region)),
        \(assignments.map { $0.inspectors.joined(separator: "\n") }),
        \(assignments.map { $0.avoided.joined(separator: "\n") }))
        as new(draw_id, rank, class, subject, region, inspectors, avoided)
      """)
  }

  /// Everything a draw drew, in order.
  static func all(of draw: UUID, on connection: PostgresConnection) async throws -> [InspectionAssignment] {
    try await read(
      "select \(columns) from inspection_assignment where draw_id = \(draw) order by rank", on: connection)
  }

  static func lock(
    _ subject: String, of draw: UUID, on connection: PostgresConnection
  ) async throws -> InspectionAssignment? {
    try await read(
      "select \(columns) from inspection_assignment where draw_id = \(draw) and subject = \(subject) for update",
      on: connection
    ).first
  }

  /// Where a unit of a draw lies; nil when it was not drawn.
  static func region(
    of subject: String, in draw: UUID, on connection: PostgresConnection
  ) async throws -> String? {
    try await connection.query(
      "select region from inspection_assignment where draw_id = \(draw) and subject = \(subject)", as: String.self
    ).first
  }

  /// What is drawn and not inspected yet of these subjects, the earliest draw first, locked; with when it was drawn.
  static func open(
    subjects: [String], on connection: PostgresConnection
  ) async throws -> [(assignment: InspectionAssignment, drawnAt: Date)] {
    let found = try await read(
      """
      select \(columns) from inspection_assignment
      where subject = any(\(subjects)) and inspected_at is null order by subject, draw_id for update
      """, on: connection)
    guard !found.isEmpty else { return [] }
    let drawn = Dictionary(
      try await connection.query(
        "select id, drawn_at from inspection_draw where id = any(\(found.map(\.drawId))) and drawn_at is not null",
        as: (UUID, Date).self), uniquingKeysWith: { first, _ in first })
    return found.compactMap { assignment in drawn[assignment.drawId].map { (assignment, $0) } }
      .sorted { $0.drawnAt < $1.drawnAt }
  }

  /// How many units a draw drew, and how many of them are not inspected yet.
  static func progress(
    of draw: UUID, on connection: PostgresConnection
  ) async throws -> (drawn: Int, open: Int) {
    let counts = try await connection.query(
      """
      select count(*), count(*) filter (where inspected_at is null) from inspection_assignment
      where draw_id = \(draw)
      """, as: (Int, Int).self
    ).first
    return (counts?.0 ?? 0, counts?.1 ?? 0)
  }

  /// Keeps a result.
  static func save(_ assignment: InspectionAssignment, on connection: PostgresConnection) async throws {
    guard let result = assignment.result else { return }
    try await connection.execute(
      """
      update inspection_assignment set inspection_number = \(result.inspectionNumber),
        inspected_at = \(result.inspectedAt), on_site = \(result.onSite), problems = \(result.problems),
        fact_codes = \(result.factCodes), publish_by = \(result.publishBy),
        result_rule = \(PostgresJSON(result.rule.json.bytes)), recorded_by = \(result.recordedBy)
      where draw_id = \(assignment.drawId) and rank = \(assignment.rank)
      """)
  }

  /// Makes results of a draw public, those that are due by an instant or all.
  /// - Returns: what became public, in order.
  static func publish(
    of draw: UUID, dueBy instant: Date?, at now: Date, on connection: PostgresConnection
  ) async throws -> [InspectionAssignment] {
    try await read(
      """
      with chosen as (
        select draw_id, rank from inspection_assignment
        where draw_id = \(draw) and inspected_at is not null and published_at is null
          and (\(instant == nil) or publish_by <= \(instant ?? now))
        order by rank for update),
      numbered as (select draw_id, rank, nextval('inspection_public_entry') as number from chosen)
      update inspection_assignment a set published_at = \(now), public_entry = numbered.number
      from numbered where a.draw_id = numbered.draw_id and a.rank = numbered.rank
      returning a.draw_id, a.rank, a.inspection_class, a.subject, a.region, a.inspectors, a.avoided,
        a.inspection_number, a.inspected_at, a.on_site, a.problems, a.fact_codes, a.publish_by, a.result_rule::text,
        a.recorded_by, a.published_at, a.public_entry
      """, on: connection
    ).sorted { $0.rank < $1.rank }
  }

  /// When the next result must be public.
  static func nextDue(of draw: UUID, on connection: PostgresConnection) async throws -> Date? {
    try await connection.query(
      """
      select min(publish_by) from inspection_assignment
      where draw_id = \(draw) and inspected_at is not null and published_at is null
      """, as: Date?.self
    ).first ?? nil
  }

  /// Public results, the newest first.
  static func published(
    regions: [String], before entry: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [InspectionAssignment] {
    try await read(
      """
      select \(columns) from (
        select * from inspection_assignment where public_entry is not null and public_entry < \(entry ?? .max)
        order by public_entry desc limit \(EntryListing.reach)) as public
      where case when \(RegionCondition.sql(regions)) then true end limit \(limit)
      """, on: connection)
  }

  private static func read(
    _ statement: SQL, on connection: PostgresConnection
  ) async throws -> [InspectionAssignment] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let inspectionClass = InspectionClass(rawValue: row.2) else {
        throw StoredValueError(table: "inspection_assignment", id: row.3)
      }
      var assignment = InspectionAssignment(
        drawId: row.0, rank: row.1, inspectionClass: inspectionClass, subject: row.3, region: row.4,
        inspectors: row.5, avoided: row.6)
      if let number = row.7, let inspectedAt = row.8, let onSite = row.9, let problems = row.10,
        let publishBy = row.12, let rule = row.13, let recordedBy = row.14
      {
        assignment.result = InspectionResult(
          inspectionNumber: number, inspectedAt: inspectedAt, onSite: onSite, problems: problems,
          factCodes: row.11 ?? [], publishBy: publishBy,
          rule: try Contracts.RuleReference(json: try JSON(parsing: Array(rule.utf8)), path: "rule"),
          recordedBy: recordedBy, publishedAt: row.15, publicEntry: row.16)
      }
      return assignment
    }
  }
}
