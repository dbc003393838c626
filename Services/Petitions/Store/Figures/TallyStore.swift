import Civics
import Contracts
import FoundationEssentials
import Postgres

/// The tallies of petitions, kept in step with the counters.
enum TallyStore {
  /// Makes the tallies of changed petitions anew, and corrects the counters by what has become different. The petitions'
  /// own rows must be locked.
  static func update(_ petitions: [Petition], on connection: PostgresConnection) async throws {
    let before = try await load(petitions, on: connection)
    var cells: [FigureCell: FigureCounts] = [:]
    var changed: [(id: UUID, tally: PetitionTally)] = []
    for petition in petitions {
      let tally = PetitionTally(petition)
      guard before[petition.id] != tally else { continue }
      changed.append((petition.id, tally))
      for (cell, counts) in PetitionTally.changes(from: before[petition.id], to: tally) {
        cells[cell] = (cells[cell] ?? FigureCounts()) + counts
      }
    }
    try await save(changed, on: connection)
    try await FigureStore.append(cells.filter { !$0.value.isZero }, on: connection)
    try await VerifiedFactStore.insert(petitions, on: connection)
  }

  private static func load(
    _ petitions: [Petition], on connection: PostgresConnection
  ) async throws -> [UUID: PetitionTally] {
    let rows = try await connection.query(
      """
      select petition_id, category, acceptable_on::text, accepted_in_time, due_on::text, concluded_in_time,
        accepted_on::text, concluded, replied, called_back_on::text, satisfied, region, archived_at, returned_at
      from petition_tally where petition_id = any(\(petitions.map(\.id)))
      """,
      as: (
        UUID, String, String?, Bool, String?, Bool, String?, Bool, Bool, String?, Bool, String, Date?, Date?
      ).self)
    let received = Dictionary(petitions.map { ($0.id, PetitionTally.receipt($0)) }, uniquingKeysWith: { $1 })
    var tallies: [UUID: PetitionTally] = [:]
    for row in rows {
      guard let cell = received[row.0] else { continue }
      tallies[row.0] = PetitionTally(
        received: cell, category: row.1, acceptableOn: row.2.flatMap { CivilDate($0) }, acceptedInTime: row.3,
        dueOn: row.4.flatMap { CivilDate($0) }, concludedInTime: row.5, acceptedOn: row.6.flatMap { CivilDate($0) },
        concluded: row.7, replied: row.8, calledBackOn: row.9.flatMap { CivilDate($0) }, satisfied: row.10,
        bureauRegion: row.11, archivedAt: row.12, returnedAt: row.13)
    }
    return tallies
  }

  private static func save(
    _ changed: [(id: UUID, tally: PetitionTally)], on connection: PostgresConnection
  ) async throws {
    guard !changed.isEmpty else { return }
    let tallies = changed.map(\.tally)
    try await connection.execute(
      """
      insert into petition_tally (petition_id, category, acceptable_on, accepted_in_time, due_on, concluded_in_time,
        accepted_on, concluded, replied, called_back_on, satisfied, region, archived_at, returned_at)
      select petition_id, category, acceptable_on::date, accepted_in_time, due_on::date, concluded_in_time,
        accepted_on::date, concluded, replied, called_back_on::date, satisfied, region, archived_at, returned_at
      from unnest(\(changed.map(\.id)), \(tallies.map(\.category)), \(tallies.map { $0.acceptableOn?.description }),
        \(tallies.map(\.acceptedInTime)), \(tallies.map { $0.dueOn?.description }), \(tallies.map(\.concludedInTime)),
        \(tallies.map { $0.acceptedOn?.description }), \(tallies.map(\.concluded)), \(tallies.map(\.replied)),
        \(tallies.map { $0.calledBackOn?.description }), \(tallies.map(\.satisfied)), \(tallies.map(\.bureauRegion)),
        \(tallies.map(\.archivedAt)), \(tallies.map(\.returnedAt)))
        as n(petition_id, category, acceptable_on, accepted_in_time, due_on, concluded_in_time, accepted_on, concluded,
          replied, called_back_on, satisfied, region, archived_at, returned_at)
      on conflict (petition_id) do update set category = excluded.category, acceptable_on = excluded.acceptable_on,
        accepted_in_time = excluded.accepted_in_time, due_on = excluded.due_on,
        concluded_in_time = excluded.concluded_in_time, accepted_on = excluded.accepted_on,
        concluded = excluded.concluded, replied = excluded.replied, called_back_on = excluded.called_back_on,
        satisfied = excluded.satisfied, region = excluded.region, archived_at = excluded.archived_at,
        returned_at = excluded.returned_at
      """)
  }
}
