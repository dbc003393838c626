import FoundationEssentials

/// A place in a list: behind the line with these keys.
struct ListMark: Sendable, Hashable {
  /// What the list is ordered by: an instant in microseconds since 1970, or a score in hundredths.
  let key: Int64
  /// Among those of one key, the order in which they became known.
  let entry: Int64
}

extension ListMark {
  /// The instant of a key.
  static func instant(_ key: Int64) -> Date { Date(timeIntervalSince1970: Double(key) / 1_000_000) }

  /// An instant as a key.
  static func key(_ instant: Date) -> Int64 {
    Int64(exactly: (instant.timeIntervalSince1970 * 1_000_000).rounded()) ?? 0
  }
}
