import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Synchronization

/// The bases of due dates. Rows never change, so what was read once is remembered.
final class DeadlineStore: Sendable {
  private let known = Mutex<[UUID: DeadlineBasis]>([:])

  /// Writes bases unless they are there, and sets the timers for all that clocks of the new ones may have to tell.
  /// - Returns: those that are new.
  @discardableResult
  func begin(_ bases: [DeadlineBasis], work: UnitOfWork) async throws -> [DeadlineBasis] {
    var new: [DeadlineBasis] = []
    for basis in bases where try await save(basis, on: work.connection) {
      new.append(basis)
      for instant in basis.instants {
        work.schedule(DurableTimer(kind: TendClocks.timer, subject: RFC3339.text(of: instant), due: instant))
      }
    }
    return new
  }

  /// Writes a basis unless it is there.
  /// - Returns: whether it is new.
  func save(_ basis: DeadlineBasis, on connection: PostgresConnection) async throws -> Bool {
    let written = try await connection.execute(
      """
      insert into deadline_basis (id, kind, rule, pack, version, pack_sha256, article, start_day, length, unit, due_at,
        internal_due_at, is_provisional, calendar, derivation, period, warn_at, escalate_at)
      values (\(basis.id), \(basis.kind.rawValue), \(basis.rule), \(basis.pack), \(basis.version), \(basis.packHash),
        \(basis.article), \(basis.startDay), \(Int32(basis.length)), \(basis.count.rawValue), \(basis.due),
        \(basis.internalDue), \(basis.isProvisional), \(basis.calendar), \(basis.derivation),
        \(basis.period.description), \(basis.warnings), \(basis.escalations))
      on conflict do nothing
      """)
    return written > 0
  }

  /// The bases with these ids.
  func load(_ ids: Set<UUID>, on connection: PostgresConnection) async throws -> [UUID: DeadlineBasis] {
    var found = known.withLock { known in known.filter { ids.contains($0.key) } }
    let missing = ids.subtracting(found.keys)
    guard !missing.isEmpty else { return found }
    let rows = try await connection.query(
      """
      select id, kind, rule, pack, version, pack_sha256, article, start_day, length, unit, due_at, internal_due_at,
        is_provisional, calendar, derivation, period, warn_at, escalate_at
      from deadline_basis where id = any(\(Array(missing)))
      """,
      as: (
        UUID, String, String, String, String, String, String, String, Int, String, Date, Date, Bool, String, [String],
        String?, [Date], [Date]
      ).self)
    for row in rows {
      guard let kind = DeadlineKind(rawValue: row.1), let count = DayCount(rawValue: row.9),
        let period = row.15.map(LegalPeriod.init) ?? Self.period(row.8, count)
      else { throw StoredValueError(table: "deadline_basis", id: row.0.lowercased) }
      found[row.0] = DeadlineBasis(
        id: row.0, kind: kind, rule: row.2, pack: row.3, version: row.4, packHash: row.5, article: row.6,
        startDay: row.7, period: period, length: row.8, count: count, due: row.10, internalDue: row.11,
        isProvisional: row.12, calendar: row.13, derivation: row.14, warnings: row.16, escalations: row.17)
    }
    let read = found
    known.withLock { known in
      if known.count > 4096 { known = [:] }
      known.merge(read) { first, _ in first }
    }
    return found
  }

  /// The period of a row that was written before periods were.
  private static func period(_ length: Int, _ count: DayCount) -> LegalPeriod {
    switch count {
    case .calendarDays: .calendarDays(length)
    case .workingDays: .workingDays(length)
    case .months: .months(length)
    }
  }
}
