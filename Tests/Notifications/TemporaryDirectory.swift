import FoundationEssentials

/// A directory of a test's own.
struct TemporaryDirectory: Sendable {
  let path: String

  static func with<Value>(_ body: (TemporaryDirectory) async throws -> Value) async throws -> Value {
    let path = FileManager.default.temporaryDirectory.appending(path: "notifications-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(TemporaryDirectory(path: path)))
    } catch {
      result = .failure(error)
    }
    try? FileManager.default.removeItem(atPath: path)
    return try result.get()
  }

  /// What is in its files, by name.
  func files() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      found[name] = Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    }
    return found
  }
}
