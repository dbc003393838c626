import Contracts
import FoundationEssentials
import Postgres

/// The petitions' rows, read and written in sets.
struct PetitionStore: Sendable {
  let deadlines: DeadlineStore

  /// Writes new petitions in the order of their ids, so that two batches never wait for each other in a circle.
  /// - Returns: the entries of those that are new; one that is missing was received before, as itself or by its event.
  func insert(_ drafts: [PetitionDraft], on connection: PostgresConnection) async throws -> [UUID: Int64] {
    guard let first = drafts.first else { return [:] }
    let drafts = drafts.sorted { $0.petition.id < $1.petition.id }
    let petitions = drafts.map(\.petition)
    let clocks = IntakeClockColumns.of(petitions)
    let rows = try await connection.query(
      """
      insert into petition (id, event, content, number, source, external_id, channel, category, region, unit, subject,
        is_secret, reach, sequence, due_at, attention_at, clocks, area, grid, visitors, supervisor, received_at,
        acceptance_basis, is_provisional, updated_at)
      select *, \(first.petition.receivedAt), \(first.petition.acceptance.basis.id),
        \(first.petition.acceptance.basis.isProvisional), \(first.petition.receivedAt)
      from unnest(\(petitions.map(\.id)), \(petitions.map(\.correlation)), \(drafts.map(\.content)),
        \(petitions.map(\.number)), \(petitions.map(\.source)), \(petitions.map(\.externalId)),
        \(petitions.map(\.channel.rawValue)), \(petitions.map(\.category.rawValue)), \(petitions.map(\.region)),
        \(petitions.map(\.suggestedUnit)), \(petitions.map(\.subjectKey)), \(petitions.map(\.isSecret)),
        \(petitions.map(\.reach.text)), \(petitions.map(\.sequence)), \(clocks.map(\.due)),
        \(clocks.map(\.attention)), \(clocks.map(\.column)), \(petitions.map(\.particulars.area)),
        \(petitions.map(\.particulars.grid)), \(petitions.map { $0.particulars.visitors.map { Int32(clamping: $0) } }),
        \(petitions.map(\.particulars.supervisor)))
      on conflict do nothing
      returning id, entry
      """, as: (UUID, Int64).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Petitions by id or by the event they came with, locked in the order of their ids until the transaction ends.
  func lock(
    ids: [UUID], events: [UUID] = [], on connection: PostgresConnection
  ) async throws -> [(petition: Petition, content: UUID)] {
    try await read(
      """
      select \(PetitionRow.columns) from petition
      where id = any(\(ids)) or event = any(\(events)) order by id for update
      """, on: connection)
  }

  /// One petition, not locked.
  func find(_ id: UUID, on connection: PostgresConnection) async throws -> Petition? {
    try await read("select \(PetitionRow.columns) from petition where id = \(id)", on: connection).first?.petition
  }

  /// The petitions of a statement that selects `PetitionRow.columns`.
  func read(
    _ statement: SQL, on connection: PostgresConnection
  ) async throws -> [(petition: Petition, content: UUID)] {
    let rows = try await connection.query(statement, as: PetitionRow.Columns.self).map { try PetitionRow(columns: $0) }
    let bases = try await deadlines.load(Set(rows.flatMap(\.bases)), on: connection)
    return try rows.map { (try $0.petition(bases), $0.content) }
  }

  /// The ids of petitions by the order of their receipt.
  func ids(of entries: [Int64], on connection: PostgresConnection) async throws -> [Int64: UUID] {
    let rows = try await connection.query(
      "select entry, id from petition where entry = any(\(entries))", as: (Int64, UUID).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// The petitions of numbers that people were told.
  func ids(of numbers: [PetitionNumber], on connection: PostgresConnection) async throws -> [String: UUID] {
    let rows = try await connection.query(
      """
      select p.number, p.id
      from unnest(\(numbers.map(\.text)), \(numbers.map(\.identifiers.lowerBound)),
        \(numbers.map(\.identifiers.upperBound))) as n(number, low, high)
      join petition p on p.id between n.low and n.high and p.number = n.number
      """, as: (String, UUID).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Writes what has changed, and counts it.
  func save(_ petitions: [Petition], on connection: PostgresConnection) async throws {
    guard !petitions.isEmpty else { return }
    let conclusions = petitions.map(\.conclusion)
    try await connection.execute(
      """
      update petition p set status = n.status, sequence = n.sequence, supplements = n.supplements,
        acceptance_met_at = n.acceptance_met_at, acceptance_overdue_at = n.acceptance_overdue_at,
        conclusion_basis = n.conclusion_basis, conclusion_start = n.conclusion_start,
        conclusion_met_at = n.conclusion_met_at, conclusion_overdue_at = n.conclusion_overdue_at,
        due_at = n.due_at, file = n.file, updated_at = n.updated_at, clocks = n.clocks, attention_at = n.attention_at,
        is_provisional = n.is_provisional, is_overdue = n.is_overdue, supervision = n.supervision,
        version = p.version + 1, handling_unit = nullif(n.handling_unit, p.unit), concerned = n.concerned
      from unnest(\(petitions.map(\.id)), \(petitions.map(\.status.rawValue)), \(petitions.map(\.sequence)),
        \(petitions.map { Int32($0.supplements) }), \(petitions.map(\.acceptance.metAt)),
        \(petitions.map(\.acceptance.overdueAt)), \(conclusions.map { $0?.basis.id }), \(conclusions.map { $0?.start }),
        \(conclusions.map { $0?.metAt }), \(conclusions.map { $0?.overdueAt }), \(petitions.map(\.runningDue)),
        \(petitions.map { PostgresJSON($0.file.json.bytes) }), \(petitions.map(\.updatedAt)),
        \(petitions.map { StoredClock.column($0) }), \(petitions.map(\.attention)), \(petitions.map(\.isProvisional)),
        \(petitions.map(\.isOverdue)), \(petitions.map { $0.file.supervision?.level.rawValue }),
        \(petitions.map(\.unit)), \(petitions.map(\.knownSubject)))
        as n(id, status, sequence, supplements, acceptance_met_at, acceptance_overdue_at, conclusion_basis,
          conclusion_start, conclusion_met_at, conclusion_overdue_at, due_at, file, updated_at, clocks, attention_at,
          is_provisional, is_overdue, supervision, handling_unit, concerned)
      where p.id = n.id
      """)
    try await TallyStore.update(petitions, on: connection)
  }

  /// Writes what the clocks of petitions have come to, and nothing else of them.
  /// - Parameter counting: false where nothing came of it that is counted.
  func saveClocks(_ petitions: [Petition], counting: Bool = true, on connection: PostgresConnection) async throws {
    guard !petitions.isEmpty else { return }
    try await connection.execute(
      """
      update petition p set sequence = n.sequence, acceptance_basis = n.acceptance_basis,
        acceptance_overdue_at = n.acceptance_overdue_at, conclusion_basis = n.conclusion_basis,
        conclusion_overdue_at = n.conclusion_overdue_at, due_at = n.due_at, updated_at = n.updated_at,
        clocks = n.clocks, attention_at = n.attention_at, is_provisional = n.is_provisional, is_overdue = n.is_overdue,
        version = p.version + 1
      from unnest(\(petitions.map(\.id)), \(petitions.map(\.sequence)), \(petitions.map(\.acceptance.basis.id)),
        \(petitions.map(\.acceptance.overdueAt)), \(petitions.map { $0.conclusion?.basis.id }),
        \(petitions.map { $0.conclusion?.overdueAt }), \(petitions.map(\.runningDue)), \(petitions.map(\.updatedAt)),
        \(petitions.map { StoredClock.column($0) }), \(petitions.map(\.attention)), \(petitions.map(\.isProvisional)),
        \(petitions.map(\.isOverdue)))
        as n(id, sequence, acceptance_basis, acceptance_overdue_at, conclusion_basis, conclusion_overdue_at, due_at,
          updated_at, clocks, attention_at, is_provisional, is_overdue)
      where p.id = n.id
      """)
    if counting { try await TallyStore.update(petitions, on: connection) }
  }

  /// Counts receipts given for petitions received before.
  /// - Returns: the number of the last receipt of each.
  func countReceipts(_ counts: [UUID: Int], on connection: PostgresConnection) async throws -> [UUID: Int64] {
    guard !counts.isEmpty else { return [:] }
    let rows = try await connection.query(
      """
      update petition p set receipts = p.receipts + n.more
      from unnest(\(counts.map(\.key)), \(counts.map { Int64($0.value) })) as n(id, more)
      where p.id = n.id returning p.id, p.receipts
      """, as: (UUID, Int64).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
