import Contracts
import FoundationEssentials
import Postgres

/// What was told to whom, for deduplication and throttling.
enum ToldNoticeStore {
  /// How long it is kept: longer than any window of the rules.
  static let retention = Duration.seconds(32 * 86_400)

  /// How many messages each addressee got since an instant.
  static func counts(
    of addressees: [String], since: Date, on connection: PostgresConnection
  ) async throws -> [String: Int] {
    let rows = try await connection.query(
      """
      select addressee, count(*) from told_notice where addressee = any(\(addressees)) and told_at > \(since)
      group by addressee
      """, as: (String, Int).self)
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// The places of those that were told of their subject within their time.
  static func repeats(
    _ notices: [AddressedNotice], now: Date, on connection: PostgresConnection
  ) async throws -> Set<Int> {
    let asked = notices.enumerated().filter { $1.rule.once != nil }
    guard !asked.isEmpty else { return [] }
    let rows = try await connection.query(
      """
      select n.place from unnest(\(asked.map { Int64($0.offset) }), \(asked.map(\.element.key)),
        \(asked.map(\.element.rule.template)), \(asked.map(\.element.telling.subject)),
        \(asked.map { now.addingTimeInterval(-($0.element.rule.once ?? .zero).inSeconds) }))
        as n(place, addressee, template, subject, since)
      where exists (select from told_notice t where t.addressee = n.addressee and t.template = n.template
        and t.subject = n.subject and t.told_at > n.since)
      """, as: Int64.self)
    return Set(rows.map { Int($0) })
  }

  static func insert(_ notices: [AddressedNotice], at now: Date) -> SQL {
    """
    insert into told_notice (addressee, template, subject, told_at)
    select *, \(now) from unnest(\(notices.map(\.key)), \(notices.map(\.rule.template)), \(notices.map(\.telling.subject)))
    """
  }

  /// Deletes what is older than every window, a page at a time.
  /// - Returns: how many went.
  static func purge(limit: Int, pool: PostgresPool) async throws -> Int {
    try await pool.execute(
      """
      delete from told_notice where ctid = any(array(
        select ctid from told_notice
        where told_at < (select max(told_at) from told_notice) - make_interval(secs => \(retention.inSeconds))
        order by told_at limit \(limit)))
      """)
  }
}
