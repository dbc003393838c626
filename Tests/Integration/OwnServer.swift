import Foundation
import Support
import Synchronization
import Testing

/// A database or broker of a test's own, that may be stopped and started.
final class OwnServer: Sendable {
  let address: String
  private let program: String
  private let arguments: [String]
  private let folder: String
  private let isReady: @Sendable () async -> Bool
  private let process = Mutex<Process?>(nil)
  private let stopSignal: Int32

  private init(
    address: String, program: String, arguments: [String], folder: String, stopSignal: Int32,
    isReady: @escaping @Sendable () async -> Bool
  ) {
    self.address = address
    self.program = program
    self.arguments = arguments
    self.folder = folder
    self.stopSignal = stopSignal
    self.isReady = isReady
  }

  static func broker() async throws -> OwnServer {
    let folder = try makeFolder("broker")
    let port = try freePort()
    let server = OwnServer(
      address: "127.0.0.1:\(port)", program: try Surroundings.brokerProgram,
      arguments: ["start", "--only", "kafka", "--kafka-port", "\(port)", "--data-dir", folder], folder: folder,
      stopSignal: SIGTERM, isReady: { await answers(port) })
    try await server.start()
    return server
  }

  static func postgres() async throws -> OwnServer {
    let folder = try makeFolder("postgres")
    let port = try freePort()
    let programs = try Surroundings.postgresPrograms
    // PostgreSQL refuses to run as root; then it runs as its own user.
    let isRoot = geteuid() == 0
    if isRoot { try run("/usr/bin/chown", ["postgres", folder]) }
    let prefix = isRoot ? ["-u", "postgres", "--"] : []
    let launcher = isRoot ? "/usr/sbin/runuser" : "/usr/bin/env"
    try run(
      launcher,
      prefix + [
        "\(programs)/initdb", "-D", "\(folder)/data", "-U", "postgres", "--auth=trust", "-E", "UTF8", "--no-sync",
      ])
    let server = OwnServer(
      address: "postgresql://postgres@127.0.0.1:\(port)/postgres", program: launcher,
      arguments: prefix + [
        "\(programs)/postgres", "-D", "\(folder)/data", "-p", "\(port)", "-k", folder, "-c",
        "listen_addresses=127.0.0.1",
      ], folder: folder, stopSignal: SIGINT, isReady: { await answers(port) })
    try await server.start()
    return server
  }

  func start() async throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process.withLock { $0 = process }
    try #require(try await eventually { await isReady() }, "\(program) does not answer")
    try await Task.sleep(for: .milliseconds(500))
  }

  func stop() async throws {
    guard let process = process.withLock({ $0 }), process.isRunning else { return }
    // runuser hands no signal on: the server is its child.
    let children = try? String(
      contentsOfFile: "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children", encoding: .utf8)
    for child in (children ?? "").split(separator: " ").compactMap({ Int32($0) }) { kill(child, stopSignal) }
    if (children ?? "").isEmpty { kill(process.processIdentifier, stopSignal) }
    _ = try await eventually { !process.isRunning }
  }

  func remove() async {
    try? await stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func makeFolder(_ name: String) throws -> String {
    let folder = "/var/tmp/ecoredress-test-\(name)-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.currentDirectoryURL = URL(filePath: "/var/tmp")
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) failed")
  }

  private static func socketAddress(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = socketAddress(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    try #require(bound)
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func answers(_ port: Int) async -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = socketAddress(UInt16(port))
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
