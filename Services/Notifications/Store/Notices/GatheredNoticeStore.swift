import Contracts
import FoundationEssentials
import Postgres

/// The rows of what waits for digests.
enum GatheredNoticeStore {
  static func insert(_ notices: [AddressedNotice], due: Date) -> SQL {
    """
    insert into gathered_notice (id, addressee, audience, region, template, subject, words, at, due_at)
    select *, \(due) from unnest(\(notices.map(\.id)), \(notices.map(\.key)), \(notices.map(\.rule.audience.rawValue)),
      \(notices.map(\.telling.region)), \(notices.map(\.rule.template)), \(notices.map(\.telling.subject)),
      \(notices.map { PostgresJSON(JSON.object($0.telling.words).bytes) }), \(notices.map(\.telling.at)))
    on conflict (id) do nothing
    """
  }

  /// Takes what is due for these addressees, in the order it came; what is taken is gone.
  static func take(
    of addressees: [String], due: Date, on connection: PostgresConnection
  ) async throws -> [GatheredNotice] {
    let rows = try await connection.query(
      """
      with taken as (
        delete from gathered_notice where addressee = any(\(addressees)) and due_at <= \(due)
        returning ordinal, id, addressee, audience, region, template, subject, words, at)
      select id, addressee, audience, region, template, subject, words, at from taken order by ordinal
      """, as: (UUID, String, String, String, String, String, PostgresJSON, Date).self)
    return try rows.map { row in
      guard let audience = MessageAudience(rawValue: row.2), let words = try? JSON(parsing: row.6.bytes).object else {
        throw StoredValueError(table: "gathered_notice", id: row.0.lowercased)
      }
      return GatheredNotice(
        id: row.0, addressee: row.1, audience: audience, region: row.3, template: row.4, subject: row.5, words: words,
        at: row.7)
    }
  }
}
