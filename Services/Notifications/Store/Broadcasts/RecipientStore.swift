import Contracts
import FoundationEssentials
import Postgres

/// The rows of those a broadcast went to.
enum RecipientStore {
  private typealias Columns = (
    Int64, String, String, UUID, Date, String?, Int32?, Bool?, Int32?, Int32?
  )
  private static let columns: SQL = """
    entry, addressee, name, message_id, invited_at, answer, expected, attended, persons, minutes
    """

  static func insert(
    _ recipients: [(addressee: Addressee, message: UUID)], of broadcast: UUID, at now: Date
  ) -> SQL {
    """
    insert into broadcast_recipient (broadcast_id, addressee, name, message_id, invited_at)
    select \(broadcast), n.addressee, n.name, n.message, \(now)
    from unnest(\(recipients.map(\.addressee.key)), \(recipients.map(\.addressee.name)), \(recipients.map(\.message)))
      as n(addressee, name, message)
    on conflict do nothing
    """
  }

  /// A page of keys, for reminders and cancellations: of those who have not said that they do not come.
  static func expected(
    of broadcast: UUID, after: String, limit: Int, on connection: PostgresConnection
  ) async throws -> [String] {
    try await connection.query(
      """
      select addressee from broadcast_recipient
      where broadcast_id = \(broadcast) and addressee > \(after) and answer is distinct from 'not-coming'
      order by addressee limit \(limit)
      """, as: String.self)
  }

  /// Notes an answer.
  /// - Returns: whether the addressee was invited.
  static func answer(
    _ answer: BroadcastRecipient.Answer, expected: Int?, of addressee: String, to broadcast: UUID, at now: Date,
    on connection: PostgresConnection
  ) async throws -> Bool {
    try await connection.execute(
      """
      update broadcast_recipient set answer = \(answer.rawValue), expected = \(expected.map { Int32(clamping: $0) } as Int32?),
        answered_at = \(now)
      where broadcast_id = \(broadcast) and addressee = \(addressee)
      """) == 1
  }

  /// Notes who came.
  /// - Returns: those of them who were invited.
  static func record(
    _ attendance: [Attendance], of broadcast: UUID, by recorder: String, at now: Date,
    on connection: PostgresConnection
  ) async throws -> Set<String> {
    Set(
      try await connection.query(
        """
        update broadcast_recipient r set attended = n.attended, persons = n.persons, minutes = n.minutes,
          recorded_by = \(recorder), recorded_at = \(now)
        from unnest(\(attendance.map(\.addressee)), \(attendance.map(\.attended)),
          \(attendance.map { $0.persons.map { Int32(clamping: $0) } }),
          \(attendance.map { $0.minutes.map { Int32(clamping: $0) } })) as n(addressee, attended, persons, minutes)
        where r.broadcast_id = \(broadcast) and r.addressee = n.addressee returning r.addressee
        """, as: String.self))
  }

  static func figures(of broadcast: UUID, on connection: PostgresConnection) async throws -> AttendanceFigures {
    let row =
      try await connection.query(
        """
        select count(*), count(*) filter (where answer = 'coming'), count(*) filter (where answer = 'not-coming'),
          count(*) filter (where attended), count(*) filter (where not attended),
          coalesce(sum(persons) filter (where attended), 0)
        from broadcast_recipient where broadcast_id = \(broadcast)
        """, as: (Int, Int, Int, Int, Int, Int).self
      ).first ?? (0, 0, 0, 0, 0, 0)
    return AttendanceFigures(
      invited: row.0, coming: row.1, notComing: row.2, attended: row.3, absent: row.4, persons: row.5)
  }

  /// A page of recipients, in the order of inviting.
  static func list(
    of broadcast: UUID, after: Int64, limit: Int, on connection: PostgresConnection
  ) async throws -> [BroadcastRecipient] {
    try await connection.query(
      """
      select \(columns) from broadcast_recipient where broadcast_id = \(broadcast) and entry > \(after)
      order by entry limit \(limit)
      """, as: Columns.self
    ).map { row in
      BroadcastRecipient(
        entry: row.0, addressee: row.1, name: row.2, messageId: row.3, invitedAt: row.4,
        answer: row.5.flatMap(BroadcastRecipient.Answer.init(rawValue:)), expected: row.6.map { Int($0) },
        attended: row.7, persons: row.8.map { Int($0) }, minutes: row.9.map { Int($0) })
    }
  }
}
