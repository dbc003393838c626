extension [UInt8] {
  /// Appends in network byte order, as all of PostgreSQL's binary forms are.
  @inline(__always)
  mutating func appendInteger<Integer: FixedWidthInteger>(_ value: Integer) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }

  /// Writes over four bytes appended before.
  @inline(__always)
  mutating func replaceInteger(at offset: Int, with value: Int32) {
    withUnsafeMutableBytes { $0.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Int32.self) }
  }
}

extension RawSpan {
  /// Reads in network byte order; bytes that are not there are a mismatch, never a trap.
  @inline(__always)
  func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as type: Integer.Type
  ) throws(PostgresMismatch) -> Integer {
    guard offset >= 0, offset <= byteCount - MemoryLayout<Integer>.size else { throw .length(byteCount) }
    return Integer(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Integer.self))
  }

  /// Reads bytes that must be exactly one integer.
  @inline(__always)
  func onlyInteger<Integer: FixedWidthInteger & BitwiseCopyable>(
    as type: Integer.Type
  ) throws(PostgresMismatch) -> Integer {
    guard byteCount == MemoryLayout<Integer>.size else { throw .length(byteCount) }
    return Integer(bigEndian: unsafeLoadUnaligned(fromByteOffset: 0, as: Integer.self))
  }
}
