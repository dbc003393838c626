import Contracts
import FoundationEssentials
import Postgres

/// The narrow rows of petitions, read and written in sets.
struct ClockStore: Sendable {
  let deadlines: DeadlineStore

  /// The petitions that have something to tell, those longest due first, and of each whether the end of a clock that runs
  /// has come: that takes the whole case. Locked ones are waited for, not passed over: the timer does not come again.
  /// - Parameter share: of those alone that fall to it; nil for all.
  static func due(by now: Date, share: ClockShare? = nil, limit: Int) -> SQL {
    let own: SQL = share.map { "and entry % \(ClockShare.count) = \($0.number)" } ?? ""
    return """
      select entry, coalesce(due_at <= \(now), false) from petition_clock
      where entry = any(array(
        select entry from petition_clock where attention_at <= \(now) \(own) order by attention_at limit \(limit)))
      order by entry for update
      """
  }

  /// Whether more petitions than these have something to tell.
  static func exceeds(_ count: Int, by now: Date) -> SQL {
    """
    select count(*) > \(count) from (
      select from petition_clock where attention_at <= \(now) limit \(count + 1)) as due
    """
  }

  /// As much of petitions as warnings say; their clocks must be locked.
  func watched(_ entries: [Int64], on connection: PostgresConnection) async throws -> [WatchedPetition] {
    let rows = try await connection.query(
      """
      select petition.entry, id, event, number, region, coalesce(handling_unit, unit), status, received,
        acceptance_basis, clocks::text, sequence
      from \(PetitionRow.source) where entry = any(\(entries)) order by entry
      """, as: (Int64, UUID, UUID, String, String, String, String, Date, UUID, String?, Int64).self)
    let stored = try rows.map { try $0.9.map { try StoredClock.read($0) } ?? [] }
    let bases = try await deadlines.load(
      Set(rows.map(\.8) + stored.flatMap { $0.map(\.basis) }), on: connection)
    return try zip(rows, stored).map { row, stored in
      guard let status = PetitionStatus(rawValue: row.6),
        let clocks = StoredClock.clocks(stored, received: row.7, acceptance: row.8, bases)
      else { throw StoredValueError(table: "petition_clock", id: row.1.lowercased) }
      return WatchedPetition(
        entry: row.0, id: row.1, correlation: row.2, number: row.3, region: row.4, unit: row.5, status: status,
        sequence: row.10, clocks: clocks)
    }
  }

  /// Writes that petitions were warned of.
  static func save(warned: [WatchedPetition], on connection: PostgresConnection) async throws {
    guard !warned.isEmpty else { return }
    try await connection.execute(
      """
      update petition_clock c set clocks = n.clocks, attention_at = n.attention_at, sequence = n.sequence
      from unnest(\(warned.map(\.entry)), \(warned.map { StoredClock.column($0.clocks) }),
        \(warned.map(\.clocks.attention)), \(warned.map(\.sequence))) as n(entry, clocks, attention_at, sequence)
      where c.entry = n.entry
      """)
  }

  /// Writes narrow rows.
  /// - Parameter counting: whether it is a change that whoever changes the petition must have seen.
  static func save(_ rows: [ClockRow], counting: Bool, on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      update petition_clock c set acceptance_basis = n.acceptance_basis, clocks = n.clocks,
        attention_at = n.attention_at, due_at = n.due_at, missed_at = n.missed_at, is_provisional = n.is_provisional,
        sequence = n.sequence, repeats = n.repeats, updated_at = n.updated_at,
        version = c.version + \(Int64(counting ? 1 : 0))
      from unnest(\(rows.map(\.entry)), \(rows.map(\.acceptanceBasis)), \(rows.map(\.clocks)),
        \(rows.map(\.attention)), \(rows.map(\.due)), \(rows.map(\.missed)), \(rows.map(\.isProvisional)),
        \(rows.map(\.sequence)), \(rows.map { $0.repeats.map { Int32(clamping: $0) } }), \(rows.map(\.updatedAt)))
        as n(entry, acceptance_basis, clocks, attention_at, due_at, missed_at, is_provisional, sequence, repeats,
          updated_at)
      where c.entry = n.entry
      """)
  }
}
