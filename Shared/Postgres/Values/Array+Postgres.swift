extension Array: PostgresEncodable where Element: PostgresArrayElement {
  public static var postgresType: PostgresType { Element.postgresArrayType }
  public func encode(into buffer: inout [UInt8]) { Element.encodeArray(self, into: &buffer) }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> [Element] {
    try Element.decodeArray(bytes, type: type)
  }
}

/// `[UInt8]` is a `bytea`.
extension UInt8: PostgresArrayElement {
  public static var postgresArrayType: PostgresType { .bytea }

  public static func encodeArray(_ elements: [UInt8], into buffer: inout [UInt8]) {
    buffer.append(contentsOf: elements)
  }

  public static func decodeArray(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> [UInt8] {
    guard type == .bytea else { throw .type }
    return bytes.withUnsafeBytes { Array($0) }
  }
}

/// `[[UInt8]]` is a `bytea[]`.
extension Array: PostgresArrayElement where Element == UInt8 {
  public static var postgresArrayType: PostgresType { .byteaArray }
}
