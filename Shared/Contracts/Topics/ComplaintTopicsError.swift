/// What is wrong with the setting `COMPLAINT_TOPICS`.
public struct ComplaintTopicsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The part of the setting at fault.
  public var part: String
  /// Why.
  public var reason: String

  public var description: String { "COMPLAINT_TOPICS: \(reason), in '\(part)'" }
}
