/// Bound as `text`. Text with U+0000 is refused by the server (22021), since PostgreSQL cannot keep it.
///
/// Read from the text types, `json`, `jsonb`, `pg_snapshot` and a database's own enums.
extension String: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .text }
  public static var postgresArrayType: PostgresType { .textArray }
  public func encode(into buffer: inout [UInt8]) { buffer.append(contentsOf: utf8) }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> String {
    switch type {
    case .text, .varchar, .bpchar, .name, .unknown, .json:
      return try text(bytes)
    case .jsonb:
      guard try bytes.integer(at: 0, as: UInt8.self) == PostgresJSON.version else { throw .length(bytes.byteCount) }
      return try text(bytes.extracting(1..<bytes.byteCount))
    case .pgSnapshot:
      return try snapshot(bytes)
    default:
      guard type.isUserDefined else { throw .type }
      let text = try text(bytes)
      // Enums and text-like extension types send text; a composite sends binary that begins with zeros.
      guard !text.utf8.contains(0) else { throw .type }
      return text
    }
  }

  private static func text(_ bytes: RawSpan) throws(PostgresMismatch) -> String {
    let text = bytes.withUnsafeBytes { String(validating: $0, as: UTF8.self) }
    guard let text else { throw PostgresMismatch("the bytes are not UTF-8") }
    return text
  }

  /// The text form `xmin:xmax:xip,…` of `pg_snapshot`, from its binary form (pg_snapshot_send).
  private static func snapshot(_ bytes: RawSpan) throws(PostgresMismatch) -> String {
    let count = Int(try bytes.integer(at: 0, as: Int32.self))
    guard count >= 0, bytes.byteCount == 20 + count * 8 else { throw .length(bytes.byteCount) }
    var text = "\(try bytes.integer(at: 4, as: UInt64.self)):\(try bytes.integer(at: 12, as: UInt64.self)):"
    for index in 0..<count {
      if index > 0 { text += "," }
      text += "\(try bytes.integer(at: 20 + index * 8, as: UInt64.self))"
    }
    return text
  }
}
