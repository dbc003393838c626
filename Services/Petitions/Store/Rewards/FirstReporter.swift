import FoundationEssentials
import Postgres

/// Who reported the same thing first.
enum FirstReporter {
  /// Two reports of one fact that are decided at the same time wait for each other here.
  static func lock(_ facts: Set<VerifiedFact>, on connection: PostgresConnection) async throws {
    for name in facts.map({ "\($0.subject) \($0.code)" }).sorted() {
      try await connection.execute("select pg_advisory_xact_lock(hashtextextended(\(name), 0))")
    }
  }

  /// Whether nobody reported one of these facts before this petition. A petition that was closed when this one came in
  /// does not count: what is violated again after that may be rewarded again.
  static func isFirst(
    _ petition: Petition, _ facts: Set<VerifiedFact>, on connection: PostgresConnection
  ) async throws -> Bool {
    let facts = Array(facts)
    let earlier = try await connection.query(
      """
      select exists (
        select from unnest(\(facts.map(\.subject)), \(facts.map(\.code))) as fact(subject, code)
          join verified_fact other on other.subject = fact.subject and other.fact_code = fact.code
            and other.petition_id <> \(petition.id)
          left join petition_tally tally on tally.petition_id = other.petition_id
          left join rewarded_fact rewarded on rewarded.subject = fact.subject and rewarded.fact_code = fact.code
            and rewarded.petition_id = other.petition_id
        where (tally.archived_at is null or tally.archived_at > \(petition.receivedAt))
          and (rewarded.petition_id is not null
            or (other.received_at, other.petition_id) < (\(petition.receivedAt), \(petition.id))))
      """, as: Bool.self)
    return earlier.first != true
  }

  /// Keeps for which facts a reward was granted.
  static func keep(
    _ facts: Set<VerifiedFact>, rewarded reward: UUID, petition: UUID, on connection: PostgresConnection
  ) async throws {
    let facts = Array(facts)
    guard !facts.isEmpty else { return }
    try await connection.execute(
      """
      insert into rewarded_fact (subject, fact_code, petition_id, reward_id)
      select subject, code, \(petition), \(reward) from unnest(\(facts.map(\.subject)), \(facts.map(\.code)))
        as fact(subject, code)
      on conflict do nothing
      """)
  }
}
