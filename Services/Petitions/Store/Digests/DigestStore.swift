import Civics
import Contracts
import FoundationEssentials
import Postgres

/// What digests are made of, and the digests made.
enum DigestStore {
  /// How many petitions of a heading a digest names.
  static let lines = 50
  /// How far behind the newest petition of the last digest a later commit may have left an older entry.
  private static let slack: Int64 = 100_000

  /// The petitions under all headings for all divisions, the most pressing of each, in one round trip.
  static func entries(
    day: CivilDate, now: Date, dueSoon: TimeInterval, on connection: PostgresConnection
  ) async throws -> [DigestEntry] {
    let marks = try await connection.query("select entry from digest_mark", as: Int64.self)
    let mark = (marks.first ?? 0) - slack
    let start = ShanghaiTime.start(of: day)
    let end = ShanghaiTime.end(of: day)
    let ended: SQL = """
      case when petition.acceptance_overdue_at is not null and petition.acceptance_met_at is null then acceptance.due_at
        else conclusion.due_at end
      """
    let results = try await connection.pipeline([
      section(
        "petition.entry > \(mark) and petition.received_at >= \(start) and petition.received_at < \(end)",
        due: "petition.due_at", order: "petition.entry desc"),
      section(
        "petition.due_at > \(now) and petition.due_at <= \(now.addingTimeInterval(dueSoon))", due: "petition.due_at",
        order: "petition.due_at, petition.entry"),
      section("petition.is_overdue", due: ended, order: "petition.entry"),
      section(
        "tally.returned_at >= \(start) and tally.returned_at < \(end)", due: "petition.due_at",
        order: "petition.entry"),
    ])
    var entries: [DigestEntry] = []
    for (heading, result) in zip(DigestEntry.Heading.allCases, results) {
      for row in try result.rows(as: (String, UUID, String, String, Date?, Int).self) {
        guard let status = PetitionStatus(rawValue: row.3) else {
          throw StoredValueError(table: "petition", id: row.1.lowercased)
        }
        entries.append(
          DigestEntry(
            heading: heading, region: row.0, count: row.5,
            line: DigestLine(petitionId: row.1, petitionNumber: row.2, status: status, due: row.4)))
      }
    }
    return entries
  }

  private static func section(_ condition: SQL, due: SQL, order: SQL) -> SQL {
    """
    select region, id, number, status, due, count from (
      select coalesce(tally.region, petition.region) as region, petition.id, petition.number, petition.status,
        \(due) as due, count(*) over (partition by coalesce(tally.region, petition.region)) as count,
        row_number() over (partition by coalesce(tally.region, petition.region) order by \(order)) as place
      from petition left join petition_tally tally on tally.petition_id = petition.id
        left join deadline_basis acceptance on acceptance.id = petition.acceptance_basis
        left join deadline_basis conclusion on conclusion.id = petition.conclusion_basis
      where \(condition)) as ranked
    where place <= \(lines) order by region, place
    """
  }

  /// Keeps the digests of a day, and how far they have looked.
  static func insert(_ digests: [DigestCompiled], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into digest (day, region, unit, at, content)
      select day::date, region, unit, at, content from unnest(\(digests.map(\.day)), \(digests.map(\.region)),
        \(digests.map(\.unit)), \(digests.map(\.at)), \(digests.map { PostgresJSON($0.json.bytes) }))
        as made(day, region, unit, at, content)
      on conflict do nothing
      """)
    try await connection.execute(
      """
      insert into digest_mark (entry) select coalesce(max(entry), 0) from petition
      on conflict (only_row) do update set entry = excluded.entry
      """)
  }

  /// Whether a day has its digests.
  static func hasDigests(of day: CivilDate, on connection: PostgresConnection) async throws -> Bool {
    try await connection.query(
      "select exists (select from digest where day = \(day.description)::text::date)", as: Bool.self
    ).first ?? false
  }

  /// The digests of a day for these divisions, ascending by region.
  static func list(
    day: CivilDate, regions: [String], on connection: PostgresConnection
  ) async throws -> [JSON] {
    var condition: SQL = "false"
    for region in regions {
      let span = RegionSpan(region)
      condition = "\(condition) or region between \(span.first) and \(span.last)"
    }
    return try await connection.query(
      """
      select content::text from digest where day = \(day.description)::text::date and (\(condition)) order by region
      limit 5000
      """, as: String.self
    ).map { try JSON(parsing: Array($0.utf8), limits: .storedFile) }
  }
}
