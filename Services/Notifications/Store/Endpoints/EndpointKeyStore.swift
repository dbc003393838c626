import Contracts
import FoundationEssentials
import Postgres

/// The keys that sign for endpoints.
enum EndpointKeyStore {
  /// A key as its agency may see it.
  struct Shown: Sendable {
    let id: UUID
    let scheme: SignatureScheme
    /// What receivers verify `v1a` with.
    let publicKey: String?
    let madeAt: Date
    let madeBy: String
    let endsAt: Date?
  }

  static func insert(
    _ id: UUID, of endpoint: UUID, key: WebhookKey, sealed: [UInt8], by actor: String, at now: Date
  ) -> SQL {
    """
    insert into endpoint_key (id, endpoint_id, scheme, sealed, public_key, made_at, made_by)
    values (\(id), \(endpoint), \(key.scheme.rawValue), \(sealed),
      \((key.scheme == .v1a ? key.receiverText : nil) as String?), \(now), \(actor))
    """
  }

  /// The keys of an endpoint, the newest first; those that ended long ago are left out.
  static func list(_ endpoint: UUID, on connection: PostgresConnection) async throws -> [Shown] {
    let rows = try await connection.query(
      """
      select id, scheme, public_key, made_at, made_by, ends_at from endpoint_key
      where endpoint_id = \(endpoint) and (ends_at is null or ends_at > clock_timestamp() - interval '30 days')
      order by made_at desc, id limit 100
      """, as: (UUID, String, String?, Date, String, Date?).self)
    return try rows.map { row in
      guard let scheme = SignatureScheme(rawValue: row.1) else {
        throw StoredValueError(table: "endpoint_key", id: row.0.lowercased)
      }
      return Shown(id: row.0, scheme: scheme, publicKey: row.2, madeAt: row.3, madeBy: row.4, endsAt: row.5)
    }
  }

  /// The sealed keys that sign now.
  static func signing(_ endpoint: UUID, on connection: PostgresConnection) async throws -> [[UInt8]] {
    try await connection.query(
      """
      select sealed from endpoint_key
      where endpoint_id = \(endpoint) and (ends_at is null or ends_at > clock_timestamp()) order by made_at desc
      """, as: [UInt8].self)
  }

  /// Keys of a scheme that nobody has changed yet sign no longer than until then.
  static func end(_ scheme: SignatureScheme, of endpoint: UUID, at instant: Date) -> SQL {
    """
    update endpoint_key set ends_at = \(instant)
    where endpoint_id = \(endpoint) and scheme = \(scheme.rawValue) and (ends_at is null or ends_at > \(instant))
    """
  }

  /// One key signs no longer.
  static func end(_ id: UUID, at instant: Date) -> SQL {
    "update endpoint_key set ends_at = \(instant) where id = \(id)"
  }
}
