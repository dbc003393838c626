public import Contracts
public import Hummingbird

/// What a service answered at its ``Counter``.
public struct CounterAnswer: Sendable {
  public let status: Int
  public let headers: HTTPFields
  public let text: String

  /// Null for what is no JSON.
  public var json: JSON { (try? JSON(parsing: Array(text.utf8), limits: JSONLimits(maximumBytes: 1 << 24))) ?? .null }
  /// Of a problem.
  public var code: String? { json["code"]?.string }
  public var tag: String { headers[.eTag] ?? "" }
}
