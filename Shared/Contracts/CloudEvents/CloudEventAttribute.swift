/// One extension attribute of an event.
public struct CloudEventAttribute: Sendable, Equatable {
  /// The name of an extension attribute: lower-case letters and digits.
  public struct Name: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
  }

  public var name: Name
  public var value: String

  public init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }
}
