import FoundationEssentials
import Postgres

/// What came in later on a petition.
enum SupplementStore {
  struct Row: Sendable {
    let petition: UUID
    let number: Int
    let content: UUID
    let source: String
    let externalId: String
    let eventId: String
    let channel: String
    let contradicts: Bool
    let complaint: [UInt8]
    let hotline: [UInt8]?
  }

  /// Which of these contents supplements of these petitions have said already, by keyed hash: however much was added to a
  /// petition, no more is read than is asked for.
  static func contents(
    of petitions: [UUID], among contents: [UUID], on connection: PostgresConnection
  ) async throws -> [UUID: Set<UUID>] {
    let rows = try await connection.query(
      """
      select petition_id, content from petition_supplement
      where petition_id = any(\(petitions)) and content = any(\(contents))
      """, as: (UUID, UUID).self)
    return rows.reduce(into: [:]) { $0[$1.0, default: []].insert($1.1) }
  }

  static func insert(_ rows: [Row], receivedAt: Date, on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      insert into petition_supplement (petition_id, number, content, source, external_id, event_id, channel,
        contradicts, complaint, hotline, received_at)
      select *, \(receivedAt) from unnest(\(rows.map(\.petition)), \(rows.map { Int32($0.number) }),
        \(rows.map(\.content)), \(rows.map(\.source)), \(rows.map(\.externalId)), \(rows.map(\.eventId)),
        \(rows.map(\.channel)), \(rows.map(\.contradicts)), \(rows.map(\.complaint)), \(rows.map(\.hotline)))
      """)
  }

  /// What supplements of a petition say, sealed for the vault, in order; at most a thousand.
  static func sealed(_ petition: UUID, on connection: PostgresConnection) async throws -> [[UInt8]] {
    try await connection.query(
      "select complaint from petition_supplement where petition_id = \(petition) order by number limit 1000",
      as: [UInt8].self)
  }
}
