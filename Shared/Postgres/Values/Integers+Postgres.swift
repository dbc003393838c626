extension RawSpan {
  /// Reads whichever integer type the server sent as the wanted one.
  @inline(__always)
  func anyInteger<Integer: FixedWidthInteger>(
    type: PostgresType, as wanted: Integer.Type
  ) throws(PostgresMismatch) -> Integer {
    let value: Integer? =
      switch type {
      case .int8: Integer(exactly: try onlyInteger(as: Int64.self))
      case .int4: Integer(exactly: try onlyInteger(as: Int32.self))
      case .int2: Integer(exactly: try onlyInteger(as: Int16.self))
      case .xid8: Integer(exactly: try onlyInteger(as: UInt64.self))
      case .oid, .xid: Integer(exactly: try onlyInteger(as: UInt32.self))
      default: throw .type
      }
    guard let value else { throw PostgresMismatch("the number does not fit") }
    return value
  }
}

/// Read from every integer type; a value that does not fit is a decoding error.
extension Int16: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .int2 }
  public static var postgresArrayType: PostgresType { .int2Array }
  public func encode(into buffer: inout [UInt8]) { buffer.appendInteger(self) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Int16 {
    try bytes.anyInteger(type: type, as: Int16.self)
  }
}

/// Read from every integer type; a value that does not fit is a decoding error.
extension Int32: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .int4 }
  public static var postgresArrayType: PostgresType { .int4Array }
  public func encode(into buffer: inout [UInt8]) { buffer.appendInteger(self) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Int32 {
    try bytes.anyInteger(type: type, as: Int32.self)
  }
}

/// Read from every integer type; a value that does not fit is a decoding error.
extension Int64: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .int8 }
  public static var postgresArrayType: PostgresType { .int8Array }
  public func encode(into buffer: inout [UInt8]) { buffer.appendInteger(self) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Int64 {
    try bytes.anyInteger(type: type, as: Int64.self)
  }
}

/// Read from every integer type; a value that does not fit is a decoding error.
extension Int: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .int8 }
  public static var postgresArrayType: PostgresType { .int8Array }
  public func encode(into buffer: inout [UInt8]) { buffer.appendInteger(Int64(self)) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Int {
    try bytes.anyInteger(type: type, as: Int.self)
  }
}

/// Bound as `xid8`, the type of full transaction ids; a `bigint` wants `Int64`.
/// Read from every integer type; a value that does not fit is a decoding error.
extension UInt64: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .xid8 }
  public static var postgresArrayType: PostgresType { .xid8Array }
  public func encode(into buffer: inout [UInt8]) { buffer.appendInteger(self) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> UInt64 {
    try bytes.anyInteger(type: type, as: UInt64.self)
  }
}
