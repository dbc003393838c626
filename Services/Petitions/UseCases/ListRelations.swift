import Contracts
import FoundationEssentials
import Postgres

/// The petitions that belong to one, as it sees them; each of them sees it in turn.
struct ListRelations: Sendable {
  static let most = 200
  private static let start = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

  /// - Parameter after: the other petition at the end of the page before; nil for the first page.
  /// - Returns: a page, in the order of the other petitions' ids.
  func callAsFunction(of petition: UUID, after: UUID?, on connection: PostgresConnection) async throws -> [JSON] {
    let rows = try await connection.query(
      """
      select r.other_id, p.number, p.region, p.status, p.received_at, r.relation, r.reasons, r.is_automatic, r.actor,
        r.note, r.at
      from petition_relation r join petition p on p.id = r.other_id
      where r.petition_id = \(petition) and r.other_id > \(after ?? ListRelations.start) and r.ended_at is null
      order by r.other_id limit \(ListRelations.most)
      """,
      as: (UUID, String, String, String, Date, String, [String], Bool, String, String?, Date).self)
    return rows.map { row in
      var object = JSONObject()
      object.set("petitionId", row.0)
      object.set("petitionNumber", row.1)
      object.set("region", row.2)
      object.set("status", row.3)
      object.set("receivedAt", row.4)
      object.set("relation", row.5)
      object.set("reasons", row.6)
      object.set("automatic", row.7)
      object.set("actor", row.8)
      object.set("note", row.9)
      object.set("at", row.10)
      return .object(object)
    }
  }
}
