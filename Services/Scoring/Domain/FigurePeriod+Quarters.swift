import Civics
import FoundationEssentials

extension FigurePeriod {
  /// The quarter an instant falls in, by the calendar of Shanghai.
  init(quarterOf instant: Date) {
    let day = ShanghaiTime.day(of: instant)
    let month = FigureGrain.month.start(of: day)
    self.init(months: 3, from: month.adding(months: -((month.month - 1) % 3)))
  }

  /// How many whole months it is; nil when it does not begin and end with one.
  var wholeMonths: Int? {
    let end = last.next
    guard first.day == 1, end.day == 1 else { return nil }
    return 12 * (end.year - first.year) + end.month - first.month
  }

  /// Whether it is a quarter of the calendar.
  var isQuarter: Bool { wholeMonths == 3 && first.month % 3 == 1 }
  /// Its first instant.
  var start: Date { ShanghaiTime.start(of: first) }
  /// The first instant after it.
  var end: Date { ShanghaiTime.end(of: last) }
  /// The quarter after this one.
  var nextQuarter: FigurePeriod { FigurePeriod(months: 3, from: last.next) }
  /// The first quarter of the year this one lies in.
  var firstQuarter: FigurePeriod { FigurePeriod(months: 3, from: FigureGrain.year.start(of: first)) }
  /// Whether the year ends with it.
  var isLastOfYear: Bool { last.next.month == 1 }
}
