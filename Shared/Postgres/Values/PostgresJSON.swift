/// The bytes of a JSON document, `jsonb`: neither parsed nor checked here; the server refuses what is not JSON (22P02).
public struct PostgresJSON: Sendable, Hashable {
  /// The document in UTF-8.
  public var bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public init(_ text: String) { self.bytes = Array(text.utf8) }

  /// The binary form of `jsonb` is this byte and the text.
  static let version: UInt8 = 1
}

extension PostgresJSON: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .jsonb }
  public static var postgresArrayType: PostgresType { .jsonbArray }

  public func encode(into buffer: inout [UInt8]) {
    buffer.append(Self.version)
    buffer.append(contentsOf: bytes)
  }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> PostgresJSON {
    switch type {
    case .jsonb:
      guard try bytes.integer(at: 0, as: UInt8.self) == version else { throw .length(bytes.byteCount) }
      return PostgresJSON(bytes.extracting(1..<bytes.byteCount).withUnsafeBytes { Array($0) })
    case .json:
      return PostgresJSON(bytes.withUnsafeBytes { Array($0) })
    default:
      throw .type
    }
  }
}
