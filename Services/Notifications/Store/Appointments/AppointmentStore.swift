import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of appointments.
enum AppointmentStore {
  private typealias Columns = (
    UUID, Int64, String, String, String, String, String, Date, String?, String?, String, UUID?, String, Int64, Date
  )
  private static let columns: SQL = """
    id, entry, addressee, audience, region, unit, purpose, at, place, note, status, follows, made_by, version, updated_at
    """

  static func insert(_ appointment: Appointment, on connection: PostgresConnection) async throws -> Appointment? {
    try await read(
      """
      insert into appointment (id, addressee, audience, region, unit, purpose, at, place, note, status, follows, made_by,
        updated_at)
      values (\(appointment.id), \(appointment.addressee), \(appointment.audience.rawValue), \(appointment.region),
        \(appointment.unit), \(appointment.purpose.rawValue), \(appointment.at), \(appointment.place as String?),
        \(appointment.note as String?), \(appointment.status.rawValue), \(appointment.follows as UUID?),
        \(appointment.madeBy), \(appointment.updatedAt))
      returning \(columns)
      """, on: connection
    ).first
  }

  /// One, locked until the transaction ends.
  static func lock(_ id: UUID, on connection: PostgresConnection) async throws -> Appointment? {
    try await read("select \(columns) from appointment where id = \(id) for update", on: connection).first
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Appointment? {
    try await read("select \(columns) from appointment where id = \(id)", on: connection).first
  }

  static func save(_ appointment: Appointment, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update appointment set at = \(appointment.at), place = \(appointment.place as String?),
        note = \(appointment.note as String?), status = \(appointment.status.rawValue),
        version = \(appointment.version), updated_at = \(appointment.updatedAt)
      where id = \(appointment.id)
      """)
  }

  /// A page of appointments, the newest first.
  /// - Parameter addressee: only those of one.
  static func list(
    regions: [String], addressee: String?, status: AppointmentStatus?, before: Int64, limit: Int,
    on connection: PostgresConnection
  ) async throws -> [Appointment] {
    var condition: SQL = addressee.map { "addressee = \($0)" } ?? RegionCondition.sql(regions)
    if let status { condition = "\(condition) and status = \(status.rawValue)" }
    return try await read(
      "select \(columns) from appointment where \(condition) and entry < \(before) order by entry desc limit \(limit)",
      on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Appointment] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let audience = MessageAudience(rawValue: row.3), let purpose = AppointmentPurpose(rawValue: row.6),
        let status = AppointmentStatus(rawValue: row.10)
      else { throw StoredValueError(table: "appointment", id: row.0.lowercased) }
      return Appointment(
        id: row.0, entry: row.1, addressee: row.2, audience: audience, region: row.4, unit: row.5, purpose: purpose,
        at: row.7, place: row.8, note: row.9, status: status, follows: row.11, madeBy: row.12, version: row.13,
        updatedAt: row.14)
    }
  }
}
