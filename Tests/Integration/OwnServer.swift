import Foundation
import Support
import Synchronization
import Testing

/// A server that a test stops and starts as it likes, on a port and in a folder of its own.
///
/// It ends with the test, however that ends: a small shell waits until the test writes into a pipe, or is gone and with
/// it the pipe's other end, and then asks the server to end in order.
final class OwnServer: Sendable {
  private static let minder = """
    signal=$1; shift
    "$@" </dev/null & server=$!
    read -r end; kill -s "$signal" "$server"; wait "$server"
    """

  private let command: [String]
  private let signal: String
  private let folder: String
  private let running = Mutex<(process: Process, end: Pipe)?>(nil)

  /// - Parameters:
  ///   - signal: the one at which it saves what it has and ends.
  ///   - folder: where it works and writes its log.
  init(_ command: [String], endedBy signal: String, folder: String) {
    self.command = command
    self.signal = signal
    self.folder = folder
  }

  func start() throws {
    let end = Pipe()
    let process = OwnServer.process(
      ["sh", "-c", OwnServer.minder, "sh", signal] + command, folder: folder, log: "\(folder)/server.log")
    process.standardInput = end
    try process.run()
    running.withLock { $0 = (process, end) }
  }

  /// Ends it in order and waits until it is gone.
  func stop() async throws {
    let server = running.withLock { server in
      defer { server = nil }
      return server
    }
    guard let server else { return }
    try? server.end.fileHandleForWriting.write(contentsOf: Data("end\n".utf8))
    let ended = try await eventually(within: .seconds(30)) { !server.process.isRunning }
    try #require(ended, "the server does not end")
  }

  /// Runs a command to its end; it must succeed.
  static func run(_ command: [String], folder: String) async throws {
    let log = "\(folder)/\(command[0].split(separator: "/").last ?? "command").log"
    let process = process(command, folder: folder, log: log)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let ended = try await eventually(within: .seconds(60)) { !process.isRunning }
    let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    try #require(ended && process.terminationStatus == 0, "\(command): \(words)")
  }

  private static func process(_ command: [String], folder: String, log: String) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // The threads that run tests block nearly all signals, and a child would inherit that.
    process.arguments = ["--default-signal"] + command
    process.currentDirectoryURL = URL(filePath: folder)
    if !FileManager.default.fileExists(atPath: log) { _ = FileManager.default.createFile(atPath: log, contents: nil) }
    let output = FileHandle(forWritingAtPath: log) ?? .nullDevice
    _ = try? output.seekToEnd()
    process.standardOutput = output
    process.standardError = output
    return process
  }
}
