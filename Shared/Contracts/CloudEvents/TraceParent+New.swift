extension TraceParent {
  /// Whether the spans of this trace are recorded.
  public var isSampled: Bool { flags & 1 == 1 }

  /// A new span in a trace that exists.
  /// - Parameter traceID: of ``newTraceID()`` or another `TraceParent`.
  public init(newSpanIn traceID: String, isSampled: Bool) {
    self.init(traceID: traceID, parentID: Self.hexadecimal(), flags: isSampled ? 1 : 0)
  }

  /// The id of a trace that begins.
  public static func newTraceID() -> String { hexadecimal() + hexadecimal() }

  /// 16 digits, not all zero.
  private static func hexadecimal() -> String {
    var random = SystemRandomNumberGenerator()
    var rest = random.next(upperBound: UInt64.max) + 1
    return String(unsafeUninitializedCapacity: 16) { output in
      for index in (0..<16).reversed() {
        let digit = UInt8(truncatingIfNeeded: rest & 15)
        output[index] = digit < 10 ? Byte.zero + digit : UInt8(ascii: "a") + digit - 10
        rest >>= 4
      }
      return 16
    }
  }
}
