import Foundation
import Glibc
import Kafka
import Postgres
import Support
import Testing

extension OwnServer {
  /// Runs the body with a PostgreSQL cluster of its own; `url` is its superuser's.
  static func withPostgres(_ body: (_ server: OwnServer, _ url: String) async throws -> Void) async throws {
    // PostgreSQL refuses to run as root, and the user it runs as must reach its files.
    let isRoot = getuid() == 0
    let owner = isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : []
    let home = isRoot ? "/var/tmp" : NSTemporaryDirectory()
    let folder = "\(home)/outage-\(UUID().uuidString.lowercased().prefix(8))"
    let programs = try Surroundings.postgresPrograms
    let port = FreePort.next()
    let server = OwnServer(
      owner + [
        "\(programs)/postgres", "-D", "\(folder)/data", "-p", "\(port)", "-c", "listen_addresses=127.0.0.1",
        "-c", "unix_socket_directories=",
      ], endedBy: "INT", folder: folder)
    try await with(server, folder: folder) {
      try await run(["install", "-d", "-m", "700"] + (isRoot ? ["-o", "postgres"] : []) + [folder], folder: home)
      try await run(
        owner + [
          "\(programs)/initdb", "--pgdata=data", "--username=postgres", "--auth=trust", "--encoding=UTF8",
          "--locale=C.UTF-8", "--no-sync",
        ], folder: folder)
      try server.start()
      let url = "postgresql://postgres@127.0.0.1:\(port)/postgres"
      try #require(try await eventually(within: .seconds(30)) { await answers(database: url) })
      try await body(server, url)
    }
  }

  /// Runs the body with a broker of its own, reached at `servers`.
  static func withBroker(_ body: (_ server: OwnServer, _ servers: String) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "outage-\(UUID().uuidString.lowercased().prefix(8))"
    let port = FreePort.next()
    let server = OwnServer(
      [
        try Surroundings.brokerProgram, "start", "--only", "kafka", "--kafka-port", "\(port)", "--data-dir",
        "\(folder)/data",
      ], endedBy: "TERM", folder: folder)
    try await with(server, folder: folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try server.start()
      let servers = "127.0.0.1:\(port)"
      try #require(try await eventually(within: .seconds(30)) { await answers(broker: servers) })
      try await body(server, servers)
    }
  }

  private static func with(_ server: OwnServer, folder: String, _ body: () async throws -> Void) async throws {
    let result: Result<Void, any Error>
    do {
      result = .success(try await body())
    } catch {
      result = .failure(error)
    }
    try await server.stop()
    try? FileManager.default.removeItem(atPath: folder)
    try result.get()
  }

  private static func answers(database url: String) async -> Bool {
    guard let configuration = try? PostgresConfiguration(url: url, applicationName: "test"),
      let connection = try? await PostgresConnection.connect(configuration, logger: TestSchema.logger)
    else { return false }
    await connection.close()
    return true
  }

  private static func answers(broker servers: String) async -> Bool {
    guard let admin = try? KafkaAdmin(settings: KafkaSettings(bootstrapServers: servers), logger: TestSchema.logger)
    else { return false }
    let topics = try? await admin.topics(matching: { _ in true })
    await admin.close()
    return topics != nil
  }
}
