public import FoundationEssentials

extension UUID: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .uuid }
  public static var postgresArrayType: PostgresType { .uuidArray }
  public func encode(into buffer: inout [UInt8]) { withUnsafeBytes(of: uuid) { buffer.append(contentsOf: $0) } }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> UUID {
    guard type == .uuid else { throw .type }
    guard bytes.byteCount == 16 else { throw .length(bytes.byteCount) }
    return UUID(uuid: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: uuid_t.self))
  }
}
