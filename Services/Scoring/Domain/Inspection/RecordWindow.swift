import Civics
import FoundationEssentials

/// How long what is on a subject's record counts for inspections.
struct RecordWindow: Sendable {
  let period: LegalPeriod

  /// The first instant at which something counts no longer.
  func end(of date: Date) -> Date { period.due(from: date).instant }

  /// How many of these dates count at an instant.
  func count(_ dates: [Date], at instant: Date) -> Int {
    dates.count { $0 <= instant && instant < end(of: $0) }
  }

  /// Until when at least so many of them count; nil when they do not.
  /// - Parameter threshold: at least 1.
  func lasting(_ dates: [Date], atLeast threshold: Int, at instant: Date) -> Date? {
    let ends = dates.filter { $0 <= instant }.map(end).filter { instant < $0 }.sorted(by: >)
    return threshold >= 1 && ends.count >= threshold ? ends[threshold - 1] : nil
  }
}
