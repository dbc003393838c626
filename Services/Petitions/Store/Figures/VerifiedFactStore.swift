import FoundationEssentials
import Postgres

/// Verified facts by subject and code, so that it is known who reported the same thing first.
enum VerifiedFactStore {
  /// Keeps the verified facts of petitions that are not kept yet.
  static func insert(_ petitions: [Petition], on connection: PostgresConnection) async throws {
    let facts = petitions.flatMap { petition in petition.verifiedFacts.map { (fact: $0, petition: petition) } }
    guard !facts.isEmpty else { return }
    try await connection.execute(
      """
      insert into verified_fact (subject, fact_code, petition_id, received_at)
      select * from unnest(\(facts.map(\.fact.subject)), \(facts.map(\.fact.code)), \(facts.map(\.petition.id)),
        \(facts.map(\.petition.receivedAt)))
      on conflict do nothing
      """)
  }
}
