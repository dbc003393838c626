import Foundation
import Synchronization

/// One of the built executables as a process of its own, to be watched, killed, frozen and thawed.
public final class ServiceProcess: Sendable {
  public let port: Int
  private let process: Mutex<Process>
  private let log: String

  /// Starts `program arguments…` with this environment and nothing else.
  public init(_ program: String, _ arguments: [String], environment: [String: String], log: String) throws {
    port = Int(environment["HTTP_PORT"] ?? "") ?? 0
    self.log = log
    let process = Process()
    process.executableURL = URL(filePath: "\(try Surroundings.programs)/\(program)")
    process.arguments = arguments
    process.environment = environment
    if !FileManager.default.fileExists(atPath: log) { _ = FileManager.default.createFile(atPath: log, contents: nil) }
    let output = try FileHandle(forWritingTo: URL(filePath: log))
    try output.seekToEnd()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    self.process = Mutex(process)
  }

  public var isRunning: Bool { process.withLock { $0.isRunning } }
  /// How it ended; nil while it runs.
  public var exitStatus: Int32? { process.withLock { $0.isRunning ? nil : $0.terminationStatus } }

  /// Whether it is stopped by a signal.
  public var isFrozen: Bool {
    let pid = process.withLock { $0.processIdentifier }
    let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return stat.split(separator: ")").last?.split(separator: " ").first == "T"
  }

  /// Sends a signal.
  public func signal(_ number: Int32) {
    let pid = process.withLock { $0.processIdentifier }
    if isRunning { kill(pid, number) }
  }

  /// Asks it to end and waits; kills it when it does not.
  public func stop() async {
    signal(SIGCONT)
    signal(SIGTERM)
    if (try? await waitForEnd(within: .seconds(20))) != true { signal(SIGKILL) }
    _ = try? await waitForEnd(within: .seconds(5))
  }

  /// Whether it ended in time.
  @discardableResult
  public func waitForEnd(within limit: Duration) async throws -> Bool {
    try await eventually(within: limit) { !self.isRunning }
  }

  /// Waits until it says that it is ready; a process just started does not listen yet.
  public func becomesReady(within limit: Duration = .seconds(30)) async throws -> Bool {
    try await eventually(within: limit) { await self.get("/readyz")?.status == 200 }
  }

  /// GET of a path; nil when nobody answers.
  public func get(_ path: String, token: String? = nil) async -> (status: Int, body: String)? {
    request(path, token: token, [])
  }

  /// POST of a JSON document; nil when nobody answers.
  public func post(_ path: String, _ json: String, token: String? = nil) async -> (status: Int, body: String)? {
    request(path, token: token, ["-H", "Content-Type: application/json", "--data-binary", json])
  }

  private func request(_ path: String, token: String?, _ more: [String]) -> (status: Int, body: String)? {
    let curl = Process()
    curl.executableURL = URL(filePath: "/usr/bin/curl")
    curl.arguments = ["-s", "-m", "10", "-w", "\n%{http_code}", "http://127.0.0.1:\(port)\(path)"] + more
    if let token { curl.arguments?.append(contentsOf: ["-H", "Authorization: Bearer \(token)"]) }
    let pipe = Pipe()
    curl.standardOutput = pipe
    curl.standardError = FileHandle.nullDevice
    guard (try? curl.run()) != nil else { return nil }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    curl.waitUntilExit()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let status = lines.last.flatMap({ Int($0) }), status > 0 else { return nil }
    return (status, lines.dropLast().joined(separator: "\n"))
  }

  /// Every line it wrote.
  public var lines: [String] {
    ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
  }

  /// The last lines it wrote, for a failing test.
  public var lastWords: String { lines.suffix(15).joined(separator: "\n") }
}
