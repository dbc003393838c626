/// How long an endpoint took to answer: a histogram, from which percentiles are read. Hours of one add up.
struct ResponseTimes: Sendable, Equatable {
  /// The upper ends of the buckets, in milliseconds; one more bucket holds what took longer.
  static let bounds = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000]

  private(set) var counts: [Int64]

  init() { counts = Array(repeating: 0, count: Self.bounds.count + 1) }

  /// Reads counts that were stored.
  init?(_ counts: [Int64]) {
    guard counts.count == Self.bounds.count + 1 else { return nil }
    self.counts = counts
  }

  var total: Int64 { counts.reduce(0, +) }

  mutating func add(milliseconds: Int) {
    counts[Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count] += 1
  }

  mutating func add(_ other: ResponseTimes) {
    for (index, count) in other.counts.enumerated() { counts[index] += count }
  }

  /// The time within which this part of the answers came, in milliseconds: the upper end of the bucket it falls into.
  /// - Parameter part: 0…1.
  /// - Returns: nil without answers, and when it lies beyond the last bound.
  func percentile(_ part: Double) -> Int? {
    let total = total
    guard total > 0 else { return nil }
    let rank = max(1, (Double(total) * part).rounded(.up))
    var seen: Int64 = 0
    for (bound, count) in zip(Self.bounds, counts) {
      seen += count
      if Double(seen) >= rank { return bound }
    }
    return nil
  }
}
