import FoundationEssentials
import Postgres

/// By what petitions are found among others.
enum TraitStore {
  /// A petition with its traits.
  struct Row: Sendable {
    let entry: Int64
    let traits: [Trait]
  }

  /// A petition, and an earlier one with an equal trait.
  typealias Pair = (entry: Int64, earlier: Int64)

  /// The traits of petitions as they came in, in the order of receipt. Who asks is alone until the transaction ends: two at
  /// a time could each miss what the other adds.
  static func claim(_ ranges: [ClosedRange<Int64>], on connection: PostgresConnection) async throws -> [Row] {
    let results = try await connection.pipeline([
      "select pg_advisory_xact_lock(hashtextextended(current_schema() || '.relate', 0))",
      """
      select v.entry, v.traits
      from unnest(\(ranges.map(\.lowerBound)), \(ranges.map(\.upperBound))) as r(first, last)
      cross join lateral (select entry, traits from petition_vault where entry between r.first and r.last) v
      where v.traits is not null order by v.entry
      """,
    ])
    guard let last = results.last else { return [] }
    return try last.rows(as: (Int64, [UInt8]).self).map { Row(entry: $0.0, traits: Trait.unpacked($0.1)) }
  }

  /// The traits of these petitions.
  static func of(_ entries: [Int64], on connection: PostgresConnection) async throws -> [Int64: [Trait]] {
    let rows = try await connection.query(
      "select entry, traits from petition_vault where entry = any(\(entries)) and traits is not null",
      as: (Int64, [UInt8]).self)
    return Dictionary(rows.map { ($0.0, Trait.unpacked($0.1)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Makes petitions known by their traits, what is known already stays, and looks up others by them: three statements in
  /// one round trip.
  /// - Parameters:
  ///   - first: for each the first ever with the same trait is found, where that is another, earlier one.
  ///   - earlier: for each the newest earlier ones with the same trait are found, at most `limit` for each.
  static func spread(
    _ rows: [Row], first: [(entry: Int64, trait: Trait)], earlier: [(entry: Int64, trait: Trait)], limit: Int,
    on connection: PostgresConnection
  ) async throws -> (first: [Pair], earlier: [Pair]) {
    let pairs = rows.flatMap { row in Set(row.traits).map { (trait: $0.key, entry: row.entry) } }
      .sorted { ($0.trait, $0.entry) < ($1.trait, $1.entry) }
    let results = try await connection.pipeline([
      """
      insert into petition_trait (trait, entry)
      select * from unnest(\(pairs.map(\.trait)), \(pairs.map(\.entry))) on conflict do nothing
      """,
      Self.first(first), Self.earlier(earlier, limit: limit),
    ])
    let found = try results.dropFirst().map { try $0.rows(as: (Int64, Int64).self) }
    guard found.count == 2 else { return ([], []) }
    return (
      found[0].map { (entry: $0.0, earlier: $0.1) }, found[1].map { (entry: $0.0, earlier: $0.1) }
    )
  }

  /// Apart, as the one below, so that a test can ask for its plan.
  static func first(_ asked: [(entry: Int64, trait: Trait)]) -> SQL {
    """
    select a.entry, f.entry from unnest(\(asked.map(\.entry)), \(asked.map(\.trait.key))) as a(entry, trait)
    cross join lateral (select entry from petition_trait where trait = a.trait order by entry limit 1) f
    where f.entry < a.entry
    """
  }

  static func earlier(_ asked: [(entry: Int64, trait: Trait)], limit: Int) -> SQL {
    """
    select distinct a.entry, f.entry from unnest(\(asked.map(\.entry)), \(asked.map(\.trait.key))) as a(entry, trait)
    cross join lateral (
      select entry from petition_trait where trait = a.trait and entry < a.entry order by entry desc limit \(limit)) f
    """
  }

  /// The newest petitions with one of these traits, at most so many for each trait, whatever is stored.
  static func sharing(
    _ traits: [Trait], limit: Int, on connection: PostgresConnection
  ) async throws -> [(entry: Int64, trait: Trait)] {
    guard !traits.isEmpty else { return [] }
    let rows = try await connection.query(statement(sharing: traits, limit: limit), as: (Int64, Int64).self)
    return rows.map { (entry: $0.0, trait: Trait(key: $0.1)) }
  }

  /// Apart, so that a test can ask for its plan.
  static func statement(sharing traits: [Trait], limit: Int) -> SQL {
    """
    select f.entry, a.trait from unnest(\(traits.map(\.key))) as a(trait)
    cross join lateral (
      select entry from petition_trait where trait = a.trait order by entry desc limit \(limit)) f
    """
  }
}
