import Civics
import FoundationEssentials

/// A month of field checks, `2024-02`.
struct CheckMonth: Sendable, Equatable, CustomStringConvertible {
  let first: CivilDate

  /// The month an instant falls in.
  init(of instant: Date) {
    let day = ShanghaiTime.day(of: instant)
    first = day.adding(days: 1 - day.day)
  }

  /// Reads `2024-02`.
  init?(_ text: String) {
    guard let first = CivilDate(text + "-01") else { return nil }
    self.first = first
  }

  private init(first: CivilDate) { self.first = first }

  var next: CheckMonth { CheckMonth(first: first.adding(months: 1)) }
  var before: CheckMonth { CheckMonth(first: first.adding(months: -1)) }
  /// When it begins in Shanghai; it ends when the next begins.
  var start: Date { ShanghaiTime.start(of: first) }
  var description: String { String(first.description.prefix(7)) }
}
