/// One header of a record. Names may repeat and order is kept.
public struct KafkaHeader: Sendable, Hashable {
  public var name: String
  /// `nil` and empty are two different things on the wire and stay so here.
  public var value: [UInt8]?

  public init(_ name: String, _ value: [UInt8]?) {
    self.name = name
    self.value = value
  }

  /// A header with a text value, in UTF-8.
  public init(_ name: String, text: String) {
    self.init(name, Array(text.utf8))
  }
}
