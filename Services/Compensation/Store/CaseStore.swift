import Contracts
import FoundationEssentials
import Postgres

/// The cases' rows, read and written in sets.
struct CaseStore: Sendable {
  /// Cases by id, locked in the order of their ids until the transaction ends.
  func lock(_ ids: [UUID], on connection: PostgresConnection) async throws -> [CompensationCase] {
    try await read(
      "select \(CaseRow.columns) from compensation_case where id = any(\(ids)) order by id for update",
      on: connection
    ).map(\.compensation)
  }

  /// The cases that these clues opened or may belong to, locked.
  ///
  /// Clues on one petition come by two topics; an advisory lock makes them take turns, so that the second finds the
  /// case of the first.
  func lock(for clues: [Clue], on connection: PostgresConnection) async throws -> [CompensationCase] {
    let petitions = Set(clues.compactMap(\.petitionId)).sorted { $0.uuidString < $1.uuidString }
    if !petitions.isEmpty {
      _ = try await connection.query(
        """
        select count(pg_advisory_xact_lock(hashtextextended('compensation.petition ' || petition, 0)))
        from unnest(\(petitions.map(\.lowercased))) as petition
        """, as: Int.self)
    }
    return try await lock(
      ids: clues.map(\.id), beside: clues.compactMap(\.penalty), petitions: petitions, on: connection)
  }

  /// The cases beside which these penalty cases run, locked.
  func lock(beside penalties: [PenaltyCase], on connection: PostgresConnection) async throws -> [CompensationCase] {
    try await lock(ids: [], beside: penalties, petitions: [], on: connection)
  }

  /// Cases by id, by the penalty case beside them or by the petition that they came out of, locked. Each way has its index; a
  /// condition with all of them in it would have none.
  func lock(
    ids: [UUID], beside penalties: [PenaltyCase], petitions: [UUID], on connection: PostgresConnection
  ) async throws -> [CompensationCase] {
    try await read(
      """
      select \(CaseRow.columns) from compensation_case
      where id = any(array(
        select unnest(\(ids))
        union select c.id from compensation_case c where c.petition_id = any(\(petitions))
        union select c.id from unnest(\(penalties.map(\.source)), \(penalties.map(\.number))) as p(source, number)
          cross join lateral (
            select c.id from compensation_case c
            where c.penalty_source = p.source and c.penalty_number = p.number offset 0) as c))
      order by id for update
      """, on: connection
    ).map(\.compensation)
  }

  /// Lets whoever opens cases and whoever books money for cases that are not known take turns, so that money neither misses a
  /// case that is being opened nor is missed by it. Few locks, however many cases.
  /// - Parameter isOpening: whoever opens keeps all others out; those who book do not keep out each other.
  static func takeTurns(_ ids: [UUID], isOpening: Bool, on connection: PostgresConnection) async throws {
    guard !ids.isEmpty else { return }
    let lock: SQL = isOpening ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared"
    _ = try await connection.query(
      """
      select count(\(lock)(hashtextextended(concat_ws(' ', current_schema(), 'opening', part), 0))) from (
        select distinct hashtext(id::text) & 63 as part from unnest(\(ids)) as id order by 1) as parts
      """, as: Int.self)
  }

  /// One case, not locked.
  func find(_ id: UUID, on connection: PostgresConnection) async throws -> CompensationCase? {
    try await read("select \(CaseRow.columns) from compensation_case where id = \(id)", on: connection)
      .first?.compensation
  }

  /// The cases of a statement that selects `CaseRow.columns`, with their entries.
  func read(
    _ statement: SQL, on connection: PostgresConnection
  ) async throws -> [(compensation: CompensationCase, entry: Int64)] {
    try await connection.query(statement, as: CaseRow.Columns.self).map { columns in
      let row = CaseRow(columns: columns)
      return (try row.compensation(), row.entry)
    }
  }

  /// Writes new cases, in the order of their ids. One that another transaction wrote in between fails the whole, and is
  /// found when this is tried again.
  func insert(_ cases: [CompensationCase], on connection: PostgresConnection) async throws {
    guard !cases.isEmpty else { return }
    let cases = cases.sorted { $0.id.uuidString < $1.id.uuidString }
    let columns = CaseColumns(cases: cases)
    try await connection.execute(
      """
      insert into compensation_case (id, number, region, clue_source, petition_id, opened_at, \(CaseColumns.changing))
      select * from unnest(\(cases.map(\.id)), \(cases.map(\.number)), \(cases.map(\.region)),
        \(cases.map(\.clueSource.rawValue)), \(cases.map(\.petitionId)), \(cases.map(\.openedAt)),
        \(columns.changing))
      """)
  }

  /// Writes what has changed.
  func save(_ cases: [CompensationCase], on connection: PostgresConnection) async throws {
    guard !cases.isEmpty else { return }
    let columns = CaseColumns(cases: cases)
    try await connection.execute(
      """
      update compensation_case c set (\(CaseColumns.changing)) = (
        n.subject, n.status, n.finding_id, n.penalty_source, n.penalty_number, n.correlation, n.filed_at, n.closed_at,
        n.amount_fen, n.is_overdue, n.sequence, n.file, n.updated_at, n.version, n.department, n.key_case,
        n.is_suspended, n.no_obligor, n.due_at, n.is_provisional)
      from unnest(\(cases.map(\.id)), \(columns.changing)) as n(id, \(CaseColumns.changing))
      where c.id = n.id
      """)
  }
}
