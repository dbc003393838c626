import Contracts
import Foundation
import Support
import Synchronization
import Testing

@testable import Notifications

/// A mail server of a test's own: aiosmtpd, as a process on a loopback port.
final class MailServer: Sendable {
  /// A mail that it took.
  struct Mail: Sendable {
    let to: [String]
    let isEncrypted: Bool
    let user: String?
    /// The port of the connection it came by.
    let peer: Int
    let data: String

    /// A header, unfolded.
    func header(_ name: String) -> String? {
      let head = data.prefix(upTo: data.firstRange(of: "\r\n\r\n")?.lowerBound ?? data.endIndex)
      let unfolded = head.split(separator: "\r\n ").joined(separator: " ")
      return unfolded.split(separator: "\r\n").first { $0.hasPrefix(name + ": ") }.map {
        String($0.dropFirst(name.utf8.count + 2))
      }
    }

    /// The parts, decoded.
    var texts: [String] {
      data.split(separator: "\r\n\r\n").dropFirst().compactMap { part in
        let lines = part.split(separator: "\r\n").filter { !$0.hasPrefix("--") && !$0.contains(":") }
        guard !lines.isEmpty else { return nil }
        return Data(base64Encoded: lines.joined()).map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }

  let port: Int
  let certificate: String
  private let process: Mutex<Process>
  private let input: Mutex<Pipe>
  private let lines: Remembered<[JSON]>

  /// Runs a server as long as the body.
  static func with<Value>(
    _ security: SMTPServer.Security = .startTLS, _ body: (MailServer) async throws -> Value
  ) async throws -> Value {
    try await TemporaryDirectory.with { directory in
      let server = try await MailServer(security, in: directory.path)
      let result: Result<Value, any Error>
      do {
        result = .success(try await body(server))
      } catch {
        result = .failure(error)
      }
      try await server.stop()
      return try result.get()
    }
  }

  private init(_ security: SMTPServer.Security, in folder: String) async throws {
    certificate = "\(folder)/server.crt"
    try await MailServer.makeCertificate(certificate, "\(folder)/server.key")
    let process = Process()
    process.executableURL = URL(filePath: try Surroundings.python)
    process.arguments = [
      "\(Surroundings.root)/Tests/Outsiders/mail_server.py", security.rawValue, certificate,
      "\(folder)/server.key",
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let lines = Remembered<[JSON]>([])
    let rest = Remembered<[UInt8]>([])
    output.fileHandleForReading.readabilityHandler = { handle in
      let bytes = Array(handle.availableData)
      if bytes.isEmpty { handle.readabilityHandler = nil }
      rest.change { rest in
        rest += bytes
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          if let line = try? JSON(parsing: Array(rest[..<end])) { lines.change { $0.append(line) } }
          rest.removeSubrange(...end)
        }
      }
    }
    try process.run()
    _ = try await eventually { lines.value.contains { $0["kind"]?.string == "port" } }
    port = lines.value.first?["port"]?.integer.map { Int($0) } ?? 0
    self.lines = lines
    self.process = Mutex(process)
    self.input = Mutex(input)
  }

  /// What it took so far.
  var mails: [Mail] {
    lines.value.filter { $0["kind"]?.string == "mail" }.map { line in
      Mail(
        to: line["to"]?.array?.compactMap(\.string) ?? [], isEncrypted: line["encrypted"]?.bool ?? false,
        user: line["user"]?.string, peer: line["peer"]?.integer.map { Int($0) } ?? 0,
        data: line["data"]?.string ?? "")
    }
  }

  /// How to speak to it.
  func settings(
    _ security: SMTPServer.Security = .startTLS, password: String? = "right", host: String = "localhost",
    isTrusted: Bool = true, timeout: Duration = .seconds(20)
  ) throws -> SMTPServer {
    var server = SMTPServer(host: host, from: try #require(MailAddress("notices@bureau.test")))
    server.port = port
    server.security = security
    server.user = password == nil ? nil : "notices"
    server.password = password
    server.fromName = "九江市生态环境局"
    server.timeout = timeout
    if isTrusted { server.trusted = try ChannelsConfiguration.trusted(certificate) }
    return server
  }

  /// Ends it. Waits without holding a thread: tests run on few of them.
  func stop() async throws {
    // A process inherits which signals its parent ignores, and other tests here ignore SIGTERM.
    process.withLock { if $0.isRunning { kill($0.processIdentifier, SIGKILL) } }
    _ = try await eventually { process.withLock { !$0.isRunning } }
  }

  /// A certificate for `localhost` that signs itself.
  private static func makeCertificate(_ certificate: String, _ key: String) async throws {
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/openssl")
    openssl.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
      "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
    ]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    _ = try await eventually { !openssl.isRunning }
  }
}
