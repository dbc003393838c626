/// Why a year's plan of holidays was refused.
public enum WorkingCalendarError: Error, Hashable, Sendable, CustomStringConvertible {
  case yearOutOfRange(Int)
  case dayOfAnotherYear(CivilDate, year: Int)
  case notAnException(CivilDate, listedAs: String)
  case listedTwice(CivilDate)
  case yearListedTwice(Int)

  public var description: String {
    switch self {
    case .yearOutOfRange(let year):
      "\(year) is not a year between 1 and 9999"
    case .dayOfAnotherYear(let day, let year):
      "\(day) does not belong to the calendar of \(year)"
    case .notAnException(let day, let list):
      "\(day), a \(day.weekday), is listed as \(list) but is so anyhow; only exceptions to the ordinary week belong here"
    case .listedTwice(let day):
      "\(day) is listed twice"
    case .yearListedTwice(let year):
      "the year \(year) has two calendars"
    }
  }
}
