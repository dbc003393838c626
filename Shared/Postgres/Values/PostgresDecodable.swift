/// A value that can be read from a column in PostgreSQL's binary format.
///
/// A `RawRepresentable` type over a decodable raw value needs no code of its own: declare the conformance; a raw
/// value it does not know is a decoding error.
public protocol PostgresDecodable: Sendable {
  /// Reads a value that is not null.
  /// - Parameters:
  ///   - bytes: the value's binary form, valid during the call only.
  ///   - type: the type the server declared for it.
  static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Self
  /// What SQL null is read as; nil when null is an error, as for every type but optionals.
  static var postgresNull: Self? { get }
}

extension PostgresDecodable {
  public static var postgresNull: Self? { nil }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Self {
    guard let value = Self(rawValue: try RawValue.decode(bytes, type: type)) else {
      throw PostgresMismatch("no case of \(Self.self) has this value")
    }
    return value
  }
}
