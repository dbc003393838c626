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
    let penalties = clues.compactMap(\.penalty)
    return try await read(
      """
      select \(CaseRow.columns) from compensation_case
      where id = any(\(clues.map(\.id))) or petition_id = any(\(petitions))
        or (penalty_source, penalty_number) in (
          select * from unnest(\(penalties.map(\.source)), \(penalties.map(\.number))))
      order by id for update
      """, on: connection
    ).map(\.compensation)
  }

  /// The cases beside which these penalty cases run, locked.
  func lock(beside penalties: [PenaltyCase], on connection: PostgresConnection) async throws -> [CompensationCase] {
    try await read(
      """
      select \(CaseRow.columns) from compensation_case
      where (penalty_source, penalty_number) in (
        select * from unnest(\(penalties.map(\.source)), \(penalties.map(\.number))))
      order by id for update
      """, on: connection
    ).map(\.compensation)
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
