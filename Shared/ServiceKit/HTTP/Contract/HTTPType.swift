/// The type of a value in requests and answers.
public indirect enum HTTPType: Sendable, Equatable {
  /// A value of a named form with its bounds: `text`, `uuid`, `instant`, `integer(1..200)`.
  case plain(String, ClosedRange<Int>?)
  /// One of these words.
  case words([String])
  /// A type of this contract, a word of the events' schemas, or the data of an event type.
  case named(String)
  case list(HTTPType)
  /// Values by keys that are not known beforehand.
  case map(HTTPType)
  case object([HTTPField])
  /// A value or `null`.
  case nullable(HTTPType)
}

/// One field of an object, or one parameter of a query.
public struct HTTPField: Sendable, Equatable {
  public let name: String
  public let type: HTTPType
  public let isOptional: Bool
  /// What it is; may be empty.
  public let about: String
}
