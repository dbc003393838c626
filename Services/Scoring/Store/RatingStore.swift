import Contracts
import FoundationEssentials
import Postgres

/// The ratings' rows, read and written in sets.
struct RatingStore: Sendable {
  /// Locks the ratings of these subjects, in the order of their keys, until the transaction ends; a subject that has none
  /// gets one first, unrated.
  /// - Parameter regions: by subject; where a subject without a rating belongs.
  func lock(
    _ regions: [String: String], scale: Scale, at now: Date, on connection: PostgresConnection
  ) async throws -> [String: Rating] {
    guard !regions.isEmpty else { return [:] }
    let subjects = regions.keys.sorted()
    try await connection.execute(
      """
      insert into rating (subject, region, colour, colour_since, counting, is_plain, sequence, rule, pack,
        pack_sha256, rule_article, updated_at)
      select subject, region, \(Colour.unrated.rawValue), \(now), 0, true, 0, \(scale.reference.rule),
        \(scale.reference.pack), \(scale.reference.version), article, \(now)
      from unnest(\(subjects), \(subjects.map { regions[$0] ?? "000000" }),
        \(subjects.map { _ in scale.reference.article })) as new(subject, region, article)
      on conflict do nothing
      """)
    return try await lock(subjects, on: connection)
  }

  /// Locks the ratings there are.
  func lock(_ subjects: [String], on connection: PostgresConnection) async throws -> [String: Rating] {
    let found = try await read(
      "select \(RatingRow.columns) from rating where subject = any(\(subjects)) order by subject for update",
      on: connection)
    return Dictionary(found.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Ratings that nobody may change until the transaction ends; in the order of their keys.
  func share(_ subjects: [String], on connection: PostgresConnection) async throws -> [Rating] {
    try await read(
      "select \(RatingRow.columns) from rating where subject = any(\(subjects)) order by subject for share",
      on: connection)
  }

  /// Stored ratings beside the sums of their ledgers, where these are not the same, in one snapshot.
  /// - Parameter sums: the statement of `LedgerSums`.
  func compare(_ sums: SQL, on connection: PostgresConnection) async throws -> [(stored: Rating, sum: LedgerSum)] {
    try await connection.query(
      """
      select \(RatingRow.columns), new_score, new_colour, new_since, new_counting, new_next, new_region
      from (\(sums)) s(summed, new_score, new_colour, new_since, new_counting, new_next, new_region)
      join rating on subject = summed
      where (score, colour, colour_since, counting, next_change, region) is distinct from (new_score, new_colour,
        coalesce(new_since, colour_since), new_counting, new_next, coalesce(new_region, region))
      """, as: SummedRatingRow.Columns.self
    ).map { try SummedRatingRow(columns: $0).pair() }
  }

  /// The same for what is shown alone, the score and the colour.
  func compareShown(
    _ sums: SQL, on connection: PostgresConnection
  ) async throws -> [(stored: Rating, sum: LedgerSum)] {
    try await connection.query(
      """
      select \(RatingRow.columns), new_score, new_colour, new_since, new_counting, new_next, new_region
      from (\(sums)) s(summed, new_score, new_colour, new_since, new_counting, new_next, new_region)
      join rating on subject = summed
      where (score, colour) is distinct from (new_score, new_colour)
      """, as: SummedRatingRow.Columns.self
    ).map { try SummedRatingRow(columns: $0).pair() }
  }

  /// Ratings, not locked, in the order of their keys.
  func find(_ subjects: [String], on connection: PostgresConnection) async throws -> [Rating] {
    try await read(
      "select \(RatingRow.columns) from rating where subject = any(\(subjects)) order by subject", on: connection)
  }

  /// One rating, not locked.
  func find(_ subject: String, on connection: PostgresConnection) async throws -> Rating? {
    try await read("select \(RatingRow.columns) from rating where subject = \(subject)", on: connection).first
  }

  /// The ratings of a statement that selects `RatingRow.columns`.
  func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Rating] {
    try await connection.query(statement, as: RatingRow.Columns.self).map { try RatingRow(columns: $0).rating() }
  }

  /// Writes what has changed.
  func save(_ ratings: [Rating], on connection: PostgresConnection) async throws {
    guard !ratings.isEmpty else { return }
    try await connection.execute(
      """
      update rating r set region = n.region, owner = n.owner, score = n.score, colour = n.colour,
        colour_since = n.colour_since, counting = n.counting, next_change = n.next_change, is_plain = n.is_plain,
        sequence = n.sequence, rule = n.rule, pack = n.pack, pack_sha256 = n.pack_sha256,
        rule_article = n.rule_article, updated_at = n.updated_at
      from unnest(\(ratings.map(\.subject)), \(ratings.map(\.region)), \(ratings.map(\.owner)),
        \(ratings.map { $0.score.map { Int32(clamping: $0.hundredths) } }), \(ratings.map(\.colour.rawValue)),
        \(ratings.map(\.colourSince)), \(ratings.map { Int32(clamping: $0.counting) }), \(ratings.map(\.nextChange)),
        \(ratings.map(\.isPlain)), \(ratings.map(\.sequence)), \(ratings.map(\.reference.rule)),
        \(ratings.map(\.reference.pack)), \(ratings.map(\.reference.version)),
        \(ratings.map(\.reference.article)), \(ratings.map(\.updatedAt)))
        as n(subject, region, owner, score, colour, colour_since, counting, next_change, is_plain, sequence, rule, pack,
          pack_sha256, rule_article, updated_at)
      where r.subject = n.subject
      """)
  }
}
