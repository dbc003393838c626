import Contracts
import FoundationEssentials

/// How much of a legal period is left, and how urgent that makes it.
struct ClockView: Sendable {
  /// Fewer days than this are red.
  private static let redDays = 7
  /// Fewer days than this are amber.
  private static let amberDays = 30

  let lastDay: String
  /// Whole days; below zero once the period has run out.
  let daysLeft: Int
  let colour: String
  /// How much of the period is gone, 0 … 100.
  let gone: Int

  /// - Parameter due: a due date as the API answers it; nil for what is none.
  init?(_ due: JSON?, at now: Date, isOverdue: Bool = false) {
    guard let end = due?["due"]?.string.flatMap(RFC3339.date(from:)) else { return nil }
    let left = end.timeIntervalSince(now)
    daysLeft = Int((left / 86_400).rounded(.down))
    // A period ends with its last day: the instant after it is a day too late.
    lastDay = String(RFC3339.text(of: end.addingTimeInterval(8 * 3600 - 1)).prefix(10))
    colour =
      isOverdue || left <= 0 || daysLeft < Self.redDays ? "red" : daysLeft < Self.amberDays ? "amber" : "green"
    let start = due?["start"]?.string.flatMap(RFC3339.date(from:)) ?? now
    let whole = max(end.timeIntervalSince(start), 1)
    gone = Int(min(100, max(0, now.timeIntervalSince(start) / whole * 100)))
  }

  /// As templates take it.
  var values: [String: any Sendable] {
    var values: [String: any Sendable] = [
      "lastDay": lastDay, "daysLeft": String(abs(daysLeft)), "colour": colour, "gone": String(gone),
    ]
    values[daysLeft < 0 ? "isOver" : "isRunning"] = true
    return values
  }
}
