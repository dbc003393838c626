import Contracts
import FoundationEssentials
import Postgres

/// Which petitions belong together; each pair has a row for either direction.
enum RelationStore {
  /// One petition's side of a relation.
  struct Row: Sendable {
    let petition: UUID
    let other: UUID
    let relation: PetitionRelation
    let reasons: [RelationReason]
    let isAutomatic: Bool
    let actor: String
    let note: String?
    let at: Date
  }

  /// Writes relations; one that was taken back holds again.
  static func save(_ rows: [Row], on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      insert into petition_relation (petition_id, other_id, relation, reasons, is_automatic, actor, note, at)
      select petition_id, other_id, relation, string_to_array(reasons, ','), is_automatic, actor, note, at
      from unnest(\(rows.map(\.petition)), \(rows.map(\.other)), \(rows.map(\.relation.rawValue)),
        \(rows.map { $0.reasons.map(\.rawValue).joined(separator: ",") }), \(rows.map(\.isAutomatic)),
        \(rows.map(\.actor)), \(rows.map(\.note)), \(rows.map(\.at)))
        as row(petition_id, other_id, relation, reasons, is_automatic, actor, note, at)
      on conflict (petition_id, other_id) do update set relation = excluded.relation, reasons = excluded.reasons,
        is_automatic = excluded.is_automatic, actor = excluded.actor, note = excluded.note, at = excluded.at,
        ended_at = null
      """)
  }

  /// Which of these pairs are related, or were and staff took it back.
  static func known(
    _ pairs: [(UUID, UUID)], on connection: PostgresConnection
  ) async throws -> [(petition: UUID, other: UUID, isEnded: Bool)] {
    let rows = try await connection.query(
      """
      select r.petition_id, r.other_id, r.ended_at is not null
      from unnest(\(pairs.map(\.0)), \(pairs.map(\.1))) as asked(a, b)
      join petition_relation r on r.petition_id = asked.a and r.other_id = asked.b
      """, as: (UUID, UUID, Bool).self)
    return rows.map { (petition: $0.0, other: $0.1, isEnded: $0.2) }
  }

  /// How one petition stands to another; nil when it does not.
  static func relation(
    of petition: UUID, to other: UUID, on connection: PostgresConnection
  ) async throws -> PetitionRelation? {
    try await connection.query(
      """
      select relation from petition_relation
      where petition_id = \(petition) and other_id = \(other) and ended_at is null
      """, as: String.self
    ).first.flatMap(PetitionRelation.init)
  }

  /// Takes the relation of two petitions back, in both directions.
  static func end(_ first: UUID, _ second: UUID, at now: Date, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update petition_relation set ended_at = \(now)
      where ended_at is null and (petition_id = \(first) and other_id = \(second)
        or petition_id = \(second) and other_id = \(first))
      """)
  }

  /// The petitions merged into one.
  static func absorbed(by petition: UUID, on connection: PostgresConnection) async throws -> [UUID] {
    try await connection.query(
      """
      select other_id from petition_relation
      where petition_id = \(petition) and relation = \(PetitionRelation.absorbed.rawValue) and ended_at is null
      order by other_id limit \(Matter.mostAbsorbed)
      """, as: UUID.self)
  }

  /// How many petitions each matter has: the petition itself, those related to it and those related to these. Counted no
  /// further than needed: a matter of thousands costs no more than one of a hundred.
  static func repeats(of petitions: [UUID], on connection: PostgresConnection) async throws -> [UUID: Int] {
    let most = Matter.mostCounted
    let rows = try await connection.query(
      """
      select p.id, (
        select count(*) from (
          select p.id as member
          union
          (select other_id from petition_relation where petition_id = p.id and ended_at is null limit \(most))
          union
          (select second.other_id from (
              select other_id from petition_relation where petition_id = p.id and ended_at is null limit 10) first
            cross join lateral (
              select other_id from petition_relation
              where petition_id = first.other_id and ended_at is null limit \(most)) second)
        ) members)
      from unnest(\(petitions)) as p(id)
      """, as: (UUID, Int64).self)
    return Dictionary(rows.map { ($0.0, min(Int($0.1), most)) }, uniquingKeysWith: { first, _ in first })
  }
}
