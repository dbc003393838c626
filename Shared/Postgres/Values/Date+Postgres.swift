public import FoundationEssentials

/// An instant, `timestamptz`, kept by PostgreSQL to the microsecond.
///
/// `infinity` and `-infinity` are read as, and bound from, instants infinitely far away. An instant outside of what
/// PostgreSQL can keep (4714 BC to AD 294276) is refused by the server (22008).
extension Date: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
  public static var postgresType: PostgresType { .timestamptz }
  public static var postgresArrayType: PostgresType { .timestamptzArray }

  /// From 2000-01-01, where PostgreSQL counts from, to 2001-01-01, where `Date` does: a leap year.
  private static let epochDifference = 366.0 * 86_400

  public func encode(into buffer: inout [UInt8]) {
    let interval = timeIntervalSinceReferenceDate
    let microseconds = ((interval + Self.epochDifference) * 1_000_000).rounded()
    let encoded: Int64 =
      if interval.isInfinite {
        interval > 0 ? .max : .min
      } else {
        // One above the minimum is no legal instant: not-a-number and the unreachable past are refused, not bent.
        Int64(exactly: microseconds) ?? (interval > 0 ? .max - 1 : .min + 1)
      }
    buffer.appendInteger(encoded)
  }

  public static func decode(_ bytes: RawSpan, type: PostgresType) throws(PostgresMismatch) -> Date {
    guard type == .timestamptz else { throw .type }
    let microseconds = try bytes.onlyInteger(as: Int64.self)
    switch microseconds {
    case .max: return Date(timeIntervalSinceReferenceDate: .infinity)
    case .min: return Date(timeIntervalSinceReferenceDate: -.infinity)
    default:
      // Subtracting before dividing keeps whole microseconds exact for all instants a Double can tell apart.
      let sinceReference = microseconds - Int64(epochDifference) * 1_000_000
      return Date(timeIntervalSinceReferenceDate: Double(sinceReference) / 1_000_000)
    }
  }
}
