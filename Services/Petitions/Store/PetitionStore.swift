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
    let new: SQL = """
      insert into petition (id, event, content, number, source, external_id, channel, category, region, unit, subject,
        is_secret, reach, area, grid, visitors, supervisor, received_at)
      select *, \(first.petition.receivedAt)
      from unnest(\(petitions.map(\.id)), \(petitions.map(\.correlation)), \(drafts.map(\.content)),
        \(petitions.map(\.number)), \(petitions.map(\.source)), \(petitions.map(\.externalId)),
        \(petitions.map(\.channel.rawValue)), \(petitions.map(\.category.rawValue)), \(petitions.map(\.region)),
        \(petitions.map(\.suggestedUnit)), \(petitions.map(\.subjectKey)), \(petitions.map(\.isSecret)),
        \(petitions.map(\.reach.text)), \(petitions.map(\.particulars.area)), \(petitions.map(\.particulars.grid)),
        \(petitions.map { $0.particulars.visitors.map { Int32(clamping: $0) } }),
        \(petitions.map(\.particulars.supervisor)))
      on conflict do nothing
      returning id, entry
      """
    let begun: SQL = """
      insert into petition_clock (entry, received, acceptance_basis, is_provisional, updated_at, sequence, due_at,
        attention_at, clocks)
      select new.entry, \(first.petition.receivedAt), \(first.petition.acceptance.basis.id),
        \(first.petition.acceptance.basis.isProvisional), \(first.petition.receivedAt), n.sequence, n.due_at,
        n.attention_at, n.clocks
      from unnest(\(petitions.map(\.id)), \(petitions.map(\.sequence)), \(clocks.map(\.due)),
        \(clocks.map(\.attention)), \(clocks.map(\.column))) as n(id, sequence, due_at, attention_at, clocks)
      join new using (id) order by new.entry
      """
    let rows = try await connection.query(
      "with new as (\(new)), begun as (\(begun)) select id, entry from new", as: (UUID, Int64).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Petitions by id or by the event they came with, locked until the transaction ends.
  func lock(
    ids: [UUID], events: [UUID] = [], on connection: PostgresConnection
  ) async throws -> [(petition: Petition, content: UUID)] {
    try await lock(
      "select entry from petition where id = any(\(ids)) or event = any(\(events))", on: connection)
  }

  /// The petitions whose entries a statement selects, locked until the transaction ends. What is locked is the clock's row,
  /// in the order of the entries, and read only then: by another statement, which sees what those waited for have done.
  func lock(
    _ entries: SQL, on connection: PostgresConnection
  ) async throws -> [(petition: Petition, content: UUID)] {
    let locked = try await connection.query(
      "select entry from petition_clock where entry = any(array(\(entries))) order by entry for update", as: Int64.self)
    guard !locked.isEmpty else { return [] }
    return try await read("entry = any(\(locked)) order by entry", on: connection)
  }

  /// One petition, not locked.
  func find(_ id: UUID, on connection: PostgresConnection) async throws -> Petition? {
    try await read("id = \(id)", on: connection).first?.petition
  }

  /// The petitions of which a condition holds; an order and a limit may follow it.
  func read(
    _ condition: SQL, on connection: PostgresConnection
  ) async throws -> [(petition: Petition, content: UUID)] {
    try await select(
      "select \(PetitionRow.columns) from \(PetitionRow.source) where \(condition)", on: connection)
  }

  /// The petitions of a statement that selects `PetitionRow.columns`.
  func select(
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
    try await connection.execute(
      """
      update petition p set status = n.status, supplements = n.supplements, file = n.file, supervision = n.supervision,
        handling_unit = nullif(n.handling_unit, p.unit), concerned = n.concerned
      from unnest(\(petitions.map(\.entry)), \(petitions.map(\.status.rawValue)),
        \(petitions.map { Int32($0.supplements) }), \(petitions.map { PostgresJSON($0.file.json.bytes) }),
        \(petitions.map { $0.file.supervision?.level.rawValue }), \(petitions.map(\.unit)),
        \(petitions.map(\.knownSubject)))
        as n(entry, status, supplements, file, supervision, handling_unit, concerned)
      where p.entry = n.entry
      """)
    try await saveClocks(petitions, on: connection)
  }

  /// Writes what the clocks of petitions have come to, and nothing else of them.
  func saveClocks(_ petitions: [Petition], on connection: PostgresConnection) async throws {
    guard !petitions.isEmpty else { return }
    try await ClockStore.save(petitions.map { ClockRow($0) }, counting: true, on: connection)
    try await TallyStore.update(petitions, on: connection)
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
