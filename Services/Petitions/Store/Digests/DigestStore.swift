import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

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
    let results = try await connection.pipeline([
      section(
        "petition.entry > \(mark) and petition.received_at >= \(start) and petition.received_at < \(end)",
        due: "clock.due_at", order: "petition.entry desc"),
      section(
        "clock.due_at > \(now) and clock.due_at <= \(now.addingTimeInterval(dueSoon))", due: "clock.due_at",
        order: "clock.due_at, clock.entry"),
      section("clock.missed_at is not null", due: "clock.missed_at", order: "clock.entry"),
      section(
        "tally.returned_at >= \(start) and tally.returned_at < \(end)", due: "clock.due_at",
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
      from \(PetitionRow.source) left join petition_tally tally on tally.petition_id = petition.id
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

  /// The last day that has its digests; nil before the first.
  static func lastDay(on connection: PostgresConnection) async throws -> CivilDate? {
    try await connection.query("select max(day)::text from digest", as: String?.self).first.flatMap { $0 }
      .flatMap { CivilDate($0) }
  }

  /// The digests of a day for these divisions, ascending by region.
  static func list(
    day: CivilDate, regions: [String], on connection: PostgresConnection
  ) async throws -> [JSON] {
    return try await connection.query(
      """
      select content::text from digest where day = \(day.description)::text::date and \(RegionCondition.sql(regions))
      order by region limit 5000
      """, as: String.self
    ).map { try JSON(parsing: Array($0.utf8), limits: .storedFile) }
  }
}
