extension Bool: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .bool }
  public static var postgresArrayType: PostgresType { .boolArray }
  public func encode(into buffer: inout [UInt8]) { buffer.append(self ? 1 : 0) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Bool {
    guard type == .bool else { throw .type }
    return try bytes.onlyInteger(as: UInt8.self) != 0
  }
}
