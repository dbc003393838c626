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
    try await connection.execute(
      """
      insert into compensation_case (id, number, region, subject, status, clue_source, petition_id, finding_id,
        penalty_source, penalty_number, correlation, opened_at, is_overdue, sequence, file, updated_at)
      select * from unnest(\(cases.map(\.id)), \(cases.map(\.number)), \(cases.map(\.region)),
        \(cases.map(\.subjectKey)), \(cases.map(\.status.rawValue)), \(cases.map(\.clueSource.rawValue)),
        \(cases.map(\.petitionId)), \(cases.map(\.findingId)), \(cases.map { $0.penalty?.source }),
        \(cases.map { $0.penalty?.number }), \(cases.map(\.correlation)), \(cases.map(\.openedAt)),
        \(cases.map(\.isOverdue)), \(cases.map(\.sequence)), \(cases.map { PostgresJSON($0.file.json.bytes) }),
        \(cases.map(\.updatedAt)))
      """)
  }

  /// Writes what has changed.
  func save(_ cases: [CompensationCase], on connection: PostgresConnection) async throws {
    guard !cases.isEmpty else { return }
    try await connection.execute(
      """
      update compensation_case c set subject = n.subject, status = n.status, finding_id = n.finding_id,
        penalty_source = n.penalty_source, penalty_number = n.penalty_number, correlation = n.correlation,
        filed_at = n.filed_at, closed_at = n.closed_at, amount_fen = n.amount_fen, is_overdue = n.is_overdue,
        sequence = n.sequence, file = n.file, updated_at = n.updated_at
      from unnest(\(cases.map(\.id)), \(cases.map(\.subjectKey)), \(cases.map(\.status.rawValue)),
        \(cases.map(\.findingId)), \(cases.map { $0.penalty?.source }), \(cases.map { $0.penalty?.number }),
        \(cases.map(\.correlation)), \(cases.map(\.filedAt)), \(cases.map(\.closedAt)), \(cases.map(\.amountFen)),
        \(cases.map(\.isOverdue)), \(cases.map(\.sequence)), \(cases.map { PostgresJSON($0.file.json.bytes) }),
        \(cases.map(\.updatedAt)))
        as n(id, subject, status, finding_id, penalty_source, penalty_number, correlation, filed_at, closed_at,
          amount_fen, is_overdue, sequence, file, updated_at)
      where c.id = n.id
      """)
  }
}
