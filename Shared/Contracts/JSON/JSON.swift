/// A JSON value (RFC 8259), as it crosses the border of the system.
///
/// Numbers keep their text, so that an amount or a sixty-four bit id never passes through a binary fraction; ask for
/// `integer` or `decimal`. Members of an object keep the order in which they were written.
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  /// The number exactly as written; two numbers are equal when their text is.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// A whole number.
  public static func integer(_ value: some BinaryInteger) -> JSON { .number(String(value)) }

  /// What kind of value this is, in the words of a JSON Schema.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements.map { JSONMember(name: $0, value: $1) }))
  }
}
