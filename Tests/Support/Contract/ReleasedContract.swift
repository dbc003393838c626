public import Contracts
import Foundation

/// A contract in parts by name: of the last release as `deploy/tools/release-contracts` wrote it, or as it is today.
public struct ReleasedContract: Sendable {
  /// The parts that routes are, by `METHOD /path`, or channels, by name; whatever the file lists.
  public let parts: [String: JSON]

  /// Reads a file of `deploy/contracts`: a line for each part, its name and JSON.
  /// - Parameter name: without folder and ending.
  public init(named name: String) throws {
    var path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    path += ["deploy", "contracts", "\(name).txt"]
    var parts: [String: JSON] = [:]
    for line in try String(contentsOfFile: path.joined(separator: "/"), encoding: .utf8).split(separator: "\n") {
      guard let start = line.range(of: " {") else { continue }
      let json = line[line.index(after: start.lowerBound)...]
      parts[String(line[..<start.lowerBound])] = try JSON(parsing: Array(json.utf8))
    }
    self.parts = parts
  }

  /// The parts of an OpenAPI document: its operations and its types.
  public init(openAPI document: JSON) {
    var parts: [String: JSON] = [:]
    for path in document["paths"]?.object?.members ?? [] {
      for operation in path.value.object?.members ?? [] {
        parts["\(operation.name.uppercased()) \(path.name)"] = operation.value
      }
    }
    for type in document["components"]?["schemas"]?.object?.members ?? [] { parts[type.name] = type.value }
    self.parts = parts
  }

  /// The channels of an AsyncAPI document.
  public init(asyncAPI document: JSON) {
    let channels = document["channels"]?.object?.members ?? []
    parts = Dictionary(channels.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The operations: what has a method before its path.
  public var operations: [String: JSON] { parts.filter { $0.key.contains(" /") } }
  /// The rest: types.
  public var types: [String: JSON] { parts.filter { !$0.key.contains(" /") } }
}
