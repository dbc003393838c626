/// Finds where a text stops being UTF-8; only asked once validation has failed, so plain beats fast.
enum UTF8Check {
  /// The offset of the first byte that begins no valid sequence, or the count when all is valid.
  static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return offset
      case .error: return offset
      }
    }
  }
}
