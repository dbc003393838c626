import Postgres
import Support

/// All that a service has written into its schema.
enum Everything {
  static func text(of office: Office) async throws -> String {
    let connection = try await PostgresConnection.connect(office.administrator, logger: office.logger)
    let text = try await SchemaText.read("notifications", on: connection)
    await connection.close()
    return text
  }
}
