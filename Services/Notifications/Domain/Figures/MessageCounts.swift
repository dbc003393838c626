import Civics

/// How many of each measure, with the rates that follow.
struct MessageCounts: Hashable, Sendable {
  private var values = [Int64](repeating: 0, count: MessageMeasure.allCases.count)

  init() {}

  /// - Parameter values: in the order of the measures.
  init(inOrder values: [Int64]) {
    for (index, value) in values.prefix(self.values.count).enumerated() { self.values[index] = value }
  }

  subscript(measure: MessageMeasure) -> Int64 { values[MessageCounts.index[measure] ?? 0] }

  static func + (left: MessageCounts, right: MessageCounts) -> MessageCounts {
    var sum = left
    // Wraps instead of trapping: sums of rows in a database are far from the end of 64 bits.
    for index in sum.values.indices { sum.values[index] &+= right.values[index] }
    return sum
  }

  /// Of the messages that came to an end, those delivered (联系率).
  var contactRate: Share {
    Share(numerator: self[.delivered], denominator: self[.delivered] &+ self[.failed])
  }
  /// Of the attempts, those that failed.
  var failureRate: Share { Share(numerator: self[.failedAttempts], denominator: self[.attempts]) }
  /// Of the messages that want it, those acknowledged by now; both by their own days.
  var acknowledgementRate: Share { Share(numerator: self[.acknowledged], denominator: self[.wanted]) }
  /// Of those timed, those that took no longer than an hour, and than a day.
  var withinHourRate: Share { Share(numerator: self[.withinHour], denominator: self[.timed]) }
  var withinDayRate: Share { Share(numerator: self[.withinDay], denominator: self[.timed]) }

  /// How long the way of a message took on average, in whole seconds; nil where none was timed.
  var meanSeconds: Int64? {
    self[.timed] > 0 ? self[.seconds] / self[.timed] : nil
  }

  private static let index = Dictionary(
    uniqueKeysWithValues: MessageMeasure.allCases.enumerated().map { ($0.element, $0.offset) })
}
