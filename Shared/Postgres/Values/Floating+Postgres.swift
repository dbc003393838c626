extension Double: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .float8 }
  public static var postgresArrayType: PostgresType { .float8Array }
  public func encode(into buffer: inout [UInt8]) { buffer.appendInteger(bitPattern) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Double {
    switch type {
    case .float8: Double(bitPattern: try bytes.onlyInteger(as: UInt64.self))
    case .float4: Double(Float(bitPattern: try bytes.onlyInteger(as: UInt32.self)))
    default: throw .type
    }
  }
}

extension Float: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .float4 }
  public static var postgresArrayType: PostgresType { .float4Array }
  public func encode(into buffer: inout [UInt8]) { buffer.appendInteger(bitPattern) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Float {
    guard type == .float4 else { throw .type }
    return Float(bitPattern: try bytes.onlyInteger(as: UInt32.self))
  }
}
