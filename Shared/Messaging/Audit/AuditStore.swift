internal import Postgres

/// The audit trail's rows; each carries the SHA-256 of its own fields.
enum AuditStore {
  static func insert(_ entries: [AuditEntry]) -> SQL {
    """
    insert into audit (actor, action, subject, cause, detail, sha256)
    select actor, action, subject, cause, detail,
      sha256(convert_to(concat_ws(chr(31), actor, action, subject, cause) || chr(31), 'UTF8') || detail)
    from unnest(\(entries.map(\.actor)), \(entries.map(\.action)), \(entries.map(\.subject)),
      \(entries.map(\.cause)), \(entries.map(\.detail))) as entry(actor, action, subject, cause, detail)
    """
  }
}
