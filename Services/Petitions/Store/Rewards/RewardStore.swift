import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of rewards.
enum RewardStore {
  private static let columns: SQL = "id, entry, status, file::text, updated_at, version"

  static func insert(_ reward: Reward, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into reward (id, petition_id, petition_number, region, status, file, updated_at)
      values (\(reward.id), \(reward.decided.petitionId), \(reward.decided.petitionNumber), \(reward.decided.region),
        \(reward.status.rawValue), \(PostgresJSON(file(of: reward))), \(reward.updatedAt))
      """)
  }

  static func save(_ reward: Reward, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update reward set status = \(reward.status.rawValue), file = \(PostgresJSON(file(of: reward))),
        updated_at = \(reward.updatedAt), version = version + 1
      where id = \(reward.id)
      """)
  }

  /// The petition that a reward belongs to; read before both are locked, the petition first.
  static func petition(of id: UUID, on connection: PostgresConnection) async throws -> UUID? {
    try await connection.query("select petition_id from reward where id = \(id)", as: UUID.self).first
  }

  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> Reward? {
    try await read("select \(columns) from reward where id = \(id) for update", on: connection).first
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Reward? {
    try await read("select \(columns) from reward where id = \(id)", on: connection).first
  }

  /// Whether a petition has a reward that is not refused.
  static func isGranted(to petition: UUID, on connection: PostgresConnection) async throws -> Bool {
    try await connection.query(
      "select exists (select from reward where petition_id = \(petition) and status <> 'refused')", as: Bool.self
    ).first ?? false
  }

  /// A page of rewards, the newest first.
  static func list(
    regions: [String], status: RewardStatus?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [Reward] {
    var condition: SQL = "\(RegionCondition.sql(regions)) and entry < \(before ?? .max)"
    if let status { condition = "\(condition) and status = \(status.rawValue)" }
    return try await read(
      "select \(columns) from reward where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  private static func file(of reward: Reward) -> [UInt8] {
    var object = JSONObject()
    object.set("decided", reward.decided)
    object.set("claimed", reward.claimed)
    return JSON.object(object).bytes
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Reward] {
    try await connection.query(statement, as: (UUID, Int64, String, String, Date, Int64).self).map { row in
      guard let status = RewardStatus(rawValue: row.2) else {
        throw StoredValueError(table: "reward", id: row.0.lowercased)
      }
      let fields = try JSONFields(try JSON(parsing: Array(row.3.utf8), limits: .storedFile), path: "file")
      return Reward(
        id: row.0, entry: row.1, status: status, decided: try fields.object("decided"),
        claimed: try fields.optionalObject("claimed"), updatedAt: row.4, version: row.5)
    }
  }
}
