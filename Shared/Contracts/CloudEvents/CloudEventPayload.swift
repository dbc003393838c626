/// The data of an event: bytes as they came, or JSON already read.
///
/// A structured event's data has been parsed with the event; keeping the result spares parsing every complaint twice.
public enum CloudEventPayload: Sendable, Equatable {
  /// Bytes of the content type that the event names.
  case bytes([UInt8])
  /// A JSON value.
  case json(JSON)

  /// The data as bytes.
  public var bytes: [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .json(let json): json.bytes
    }
  }
}
