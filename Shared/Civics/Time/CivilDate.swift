/// A day of the Gregorian calendar as people in China write it, without a time and without a zone.
///
/// The range is 0001-01-01 … 9999-12-31. Arithmetic saturates at these ends instead of trapping, so that hostile input
/// (a complaint dated in the year 275760) cannot stop a service.
///
/// The arithmetic is our own, on days since 1970-01-01: no calendar library, no locale data, no zone database.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let daysSinceEpoch: Int

  /// The first representable day, 0001-01-01.
  public static let min = CivilDate(unchecked: -719_162)
  /// The last representable day, 9999-12-31.
  public static let max = CivilDate(unchecked: 2_932_896)

  private init(unchecked days: Int) {
    daysSinceEpoch = days
  }

  /// The day that lies `days` after 1970-01-01, kept inside the representable range.
  public init(daysSinceEpoch days: Int) {
    daysSinceEpoch = Swift.min(Swift.max(days, Self.min.daysSinceEpoch), Self.max.daysSinceEpoch)
  }

  /// The day with these parts, or nil where there is no such day (30 February, month 13, year 0).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(unchecked: Self.days(year: year, month: month, day: day))
  }

  /// The year, 1 … 9999.
  public var year: Int { parts.year }
  /// The month, 1 … 12.
  public var month: Int { parts.month }
  /// The day of the month, 1 … 31.
  public var day: Int { parts.day }

  /// Year, month and day together; cheaper than asking for them one by one.
  public var parts: (year: Int, month: Int, day: Int) {
    // Years run from March here, so that the leap day is the last day of a year; eras are 400 years of 146,097 days.
    let shifted = daysSinceEpoch + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday; the added multiple of seven keeps the sum positive.
    Weekday(indexFromMonday: (daysSinceEpoch + 3 + 719_166) % 7)
  }

  /// The number of days of a month, 28 … 31. A month outside 1 … 12 has none.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1, 3, 5, 7, 8, 10, 12: 31
    default: 0
    }
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func days(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
