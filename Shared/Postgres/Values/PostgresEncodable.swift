/// A value that can be bound to a parameter, in PostgreSQL's binary format.
///
/// A `RawRepresentable` type over an encodable raw value needs no code of its own: declare the conformance.
public protocol PostgresEncodable: Sendable {
  /// The type the parameter is declared with.
  static var postgresType: PostgresType { get }
  /// True for SQL null; `encode(into:)` is then not called.
  var isPostgresNull: Bool { get }
  /// Appends the value's binary form, and nothing else, to the buffer.
  func encode(into buffer: inout [UInt8])
}

extension PostgresEncodable {
  public var isPostgresNull: Bool { false }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
  public static var postgresType: PostgresType { RawValue.postgresType }
  public func encode(into buffer: inout [UInt8]) { rawValue.encode(into: &buffer) }
}
