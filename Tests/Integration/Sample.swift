import Foundation
import Kafka
import Support
import Testing

/// One of deploy/samples at work, as a stranger starts it.
final class Sample {
  private let process = Process()
  private let output: String

  /// Starts it with what the stack tells people, and nothing else of ours.
  /// - Parameter folder: where it is; a stranger's own tool may be elsewhere.
  init(_ name: String, _ arguments: [String], from folder: String = "deploy/samples", in city: City) throws {
    let path = "\(Surroundings.root)/\(folder)/\(name)"
    process.executableURL = URL(filePath: name.hasSuffix(".py") ? try Surroundings.python : path)
    process.arguments = name.hasSuffix(".py") ? [path] + arguments : arguments
    process.environment = [
      "KAFKA_BOOTSTRAP_SERVERS": city.topics.settings.bootstrapServers, "TOPIC_PREFIX": city.topics.prefix,
      "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1",
    ]
    output = "\(city.folder)/\(name)-\(UUID().uuidString).log"
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    let file = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardOutput = file
    process.standardError = file
    try process.run()
  }

  /// What it has printed so far.
  var printed: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

  /// Waits for its end; answers its exit code, nil when it did not end in time.
  func ends(within limit: Duration = .seconds(90)) async throws -> Int32? {
    guard try await eventually(within: limit, every: .milliseconds(100), { !self.process.isRunning }) else {
      stop()
      return nil
    }
    return process.terminationStatus
  }

  func stop() {
    // A process inherits which signals its parent ignores, and tests of hosting ignore SIGTERM.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}
