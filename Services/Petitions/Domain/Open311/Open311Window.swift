import Contracts
import FoundationEssentials

/// The span of time that a list of GeoReport v2 covers.
struct Open311Window: Sendable, Equatable {
  let from: Date
  let before: Date

  /// - Parameters:
  ///   - days: the longest span. One open end lies so far from the other; with both open the span ends now.
  /// - Throws: ``Open311Error`` 400 for what is no instant of RFC 3339, for a longer span and for one that runs backwards.
  init(_ parameters: Open311Parameters, days: Int, now: Date) throws(Open311Error) {
    let start = try Self.instant("start_date", parameters)
    let end = try Self.instant("end_date", parameters)
    let span = TimeInterval(days) * 86_400
    // The end is meant to be part of the span.
    let before = end.map { $0.addingTimeInterval(1) } ?? start.map { $0.addingTimeInterval(span) } ?? now
    let from = start ?? before.addingTimeInterval(-span)
    guard from < before, before.timeIntervalSince(from) <= span + 1 else {
      throw .invalid("end_date", "an instant after start_date and at most \(days) days from it")
    }
    self.from = from
    self.before = before
  }

  private static func instant(_ name: String, _ parameters: Open311Parameters) throws(Open311Error) -> Date? {
    guard let text = parameters[name] else { return nil }
    // A plus sign of a zone that was not encoded has become a blank.
    guard let date = RFC3339.date(from: text.replacing(" ", with: "+")) else {
      throw .invalid(name, "an instant with its zone, such as 2026-01-06T08:00:00Z")
    }
    return date
  }
}
