import Foundation

/// A Python program that runs beside a test, and says in its first line where it is to be found.
public enum Companion {
  /// It did not say it; `output` is what it said.
  public struct Silent: Error { let output: String }

  /// Runs the body beside it; it ends with the body, or with the test, when its input ends.
  /// - Parameters:
  ///   - arguments: of the interpreter.
  ///   - count: how many numbers its first line holds.
  ///   - environment: what it is told beside the test's own environment.
  public static func with<Value>(
    _ arguments: [String], says count: Int, environment: [String: String] = [:],
    _ body: (_ numbers: [Int]) async throws -> Value
  ) async throws -> Value {
    let process = Process()
    process.executableURL = URL(filePath: try Surroundings.python)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // A line may come in pieces.
    var line = ""
    while !line.hasSuffix("\n") {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { break }
      line += String(decoding: piece, as: UTF8.self)
    }
    let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    let result: Result<Value, any Error>
    do {
      guard numbers.count == count else { throw Silent(output: line) }
      result = .success(try await body(numbers))
    } catch {
      result = .failure(error)
    }
    // A process inherits which signals its parent ignores, and other tests ignore SIGTERM.
    kill(process.processIdentifier, SIGKILL)
    _ = try await eventually { !process.isRunning }
    try? input.fileHandleForWriting.close()
    return try result.get()
  }
}
