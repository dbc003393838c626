import Foundation

/// A program of others that tests ask for a second opinion.
public enum Tool {
  /// Runs it to its end, which is waited for without holding a thread.
  /// - Parameter environment: what it is told beside the test's own environment.
  public static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) async throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (given, got) = (Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = got
    process.standardError = got
    try process.run()
    try given.fileHandleForWriting.write(contentsOf: Data(input))
    try given.fileHandleForWriting.close()
    let output = String(decoding: got.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    _ = try await eventually(within: .seconds(60)) { !process.isRunning }
    return (process.terminationStatus, output)
  }
}
