import Contracts
import FoundationEssentials
import Postgres

/// The rows that say how subjects are called.
struct SubjectRegister: Sendable {
  /// The registrations of these subjects, by subject.
  func find(
    _ subjects: [String], on connection: PostgresConnection
  ) async throws -> [String: SubjectRegistration] {
    let rows = try await connection.query(
      """
      select r.subject, coalesce(rating.region, ''), title, r.kind, registered_at, source, external_id
      from subject_register r left join rating on rating.subject = r.subject where r.subject = any(\(subjects))
      """, as: (String, String, String, String, Date, String, String).self)
    var found: [String: SubjectRegistration] = [:]
    for row in rows {
      guard let kind = SubjectKind(rawValue: row.3) else {
        throw StoredValueError(table: "subject_register", id: row.0)
      }
      found[row.0] = SubjectRegistration(
        subject: row.0, region: row.1, title: row.2, kind: kind, registeredAt: row.4, source: row.5, externalId: row.6)
    }
    return found
  }

  /// Keeps the latest registration of each subject, whatever the order in which they come.
  /// - Parameter registrations: at most one of each subject, whose ratings are locked.
  func save(
    _ registrations: [(registration: SubjectRegistration, actor: String)], on connection: PostgresConnection
  ) async throws {
    guard !registrations.isEmpty else { return }
    let all = registrations.map(\.registration)
    let folded = all.map { SubjectRegistration.folded($0.title) }
    // Arrays of arrays do not come apart row by row; a pair is two characters without space or comma in between.
    let pairs = folded.map { SubjectRegistration.pairs(of: $0).joined(separator: "\u{1F}") }
    _ = try await connection.pipeline([
      """
      insert into subject_register as r (subject, title, folded, pairs, kind, registered_at, source, external_id,
        recorded_by)
      select subject, title, folded, string_to_array(pairs, chr(31)), kind, registered_at, source, external_id, actor
      from unnest(\(all.map(\.subject)), \(all.map(\.title)), \(folded), \(pairs), \(all.map(\.kind.rawValue)),
        \(all.map(\.registeredAt)), \(all.map(\.source)), \(all.map(\.externalId)), \(registrations.map(\.actor)))
        as new(subject, title, folded, pairs, kind, registered_at, source, external_id, actor)
      on conflict (subject) do update set title = excluded.title, folded = excluded.folded, pairs = excluded.pairs,
        kind = excluded.kind, registered_at = excluded.registered_at, source = excluded.source,
        external_id = excluded.external_id, recorded_by = excluded.recorded_by
      where (r.registered_at, r.source, r.external_id)
        < (excluded.registered_at, excluded.source, excluded.external_id)
      """,
      """
      update rating set kind = r.kind from subject_register r
      where r.subject = rating.subject and rating.subject = any(\(all.map(\.subject)))
        and rating.kind is distinct from r.kind
      """,
    ])
  }
}
