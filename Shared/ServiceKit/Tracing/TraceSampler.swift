/// Which traces are recorded: a share of them, by their id alone, so that all services agree without asking.
///
/// The rule is that of the other implementations of OpenTelemetry (`TraceIdRatioBased`): the last eight bytes of the id,
/// as a number of 63 bits, lie below the ratio.
struct TraceSampler: Sendable {
  private let bound: UInt64

  /// - Parameter ratio: 0 is none, 1 is all.
  init(ratio: Double) {
    bound = UInt64(min(max(ratio, 0), 1) * 0x1p63)
  }

  /// Whether a trace that begins with us is recorded; one that others began says so itself.
  /// - Parameter traceID: 32 hexadecimal digits.
  func takes(_ traceID: String) -> Bool {
    guard let last = UInt64(traceID.suffix(16), radix: 16) else { return false }
    return last >> 1 < bound
  }
}
