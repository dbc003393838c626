/// A value that arrays are made of: `[Self]` is bound as, and read from, a one-dimensional PostgreSQL array.
///
/// `UInt8` is the exception that makes `[UInt8]` a `bytea` and `[[UInt8]]` a `bytea[]`.
public protocol PostgresArrayElement: Sendable {
  /// The type of `[Self]`.
  static var postgresArrayType: PostgresType { get }
  static func encodeArray(_ elements: [Self], into buffer: inout [UInt8])
  static func decodeArray(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> [Self]
}

extension PostgresArrayElement where Self: RawRepresentable, RawValue: PostgresArrayElement {
  public static var postgresArrayType: PostgresType { RawValue.postgresArrayType }
}

// The binary form (array_send): dimensions, has-nulls flag, element type, then length and lower bound of each
// dimension, then each element with its length, -1 for null.
extension PostgresArrayElement where Self: PostgresEncodable {
  public static func encodeArray(_ elements: [Self], into buffer: inout [UInt8]) {
    let start = buffer.count
    buffer.reserveCapacity(start + 20 + elements.count * 20)
    buffer.appendInteger(elements.isEmpty ? 0 as Int32 : 1)
    buffer.appendInteger(0 as Int32)
    buffer.appendInteger(postgresType.rawValue)
    guard !elements.isEmpty else { return }
    buffer.appendInteger(Int32(truncatingIfNeeded: elements.count))
    buffer.appendInteger(1 as Int32)
    var hasNull = false
    for element in elements {
      if element.isPostgresNull {
        hasNull = true
        buffer.appendInteger(-1 as Int32)
      } else {
        let mark = buffer.count
        buffer.appendInteger(0 as Int32)
        element.encode(into: &buffer)
        buffer.replaceInteger(at: mark, with: Int32(truncatingIfNeeded: buffer.count - mark - 4))
      }
    }
    if hasNull { buffer.replaceInteger(at: start + 4, with: 1) }
  }
}

extension PostgresArrayElement where Self: PostgresDecodable {
  public static func decodeArray(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> [Self] {
    let dimensions = try bytes.integer(at: 0, as: Int32.self)
    if dimensions == 0 { return [] }
    guard dimensions == 1 else { throw PostgresMismatch("an array of \(dimensions) dimensions") }
    let elementType = PostgresType(rawValue: try bytes.integer(at: 8, as: UInt32.self))
    let count = Int(try bytes.integer(at: 12, as: Int32.self))
    // Each element takes at least the four bytes of its length: a count beyond that is not to be reserved for.
    guard count >= 0, count <= bytes.byteCount / 4 else { throw .length(bytes.byteCount) }
    var elements: [Self] = []
    elements.reserveCapacity(count)
    var offset = 20
    for index in 0..<count {
      let length = Int(try bytes.integer(at: offset, as: Int32.self))
      offset += 4
      if length < 0 {
        guard let null = Self.postgresNull else { throw PostgresMismatch("element \(index) is null") }
        elements.append(null)
      } else {
        guard length <= bytes.byteCount - offset else { throw .length(bytes.byteCount) }
        elements.append(try Self.decode(bytes.extracting(offset..<offset + length), type: elementType))
        offset += length
      }
    }
    return elements
  }
}
