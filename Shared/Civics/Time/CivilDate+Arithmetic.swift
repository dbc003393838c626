extension CivilDate: Comparable {
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  /// The day `days` later (earlier when negative), kept inside the representable range.
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    if overflow { return days > 0 ? .max : .min }
    return CivilDate(daysSinceEpoch: sum)
  }

  /// The corresponding day `months` later; where that month has no such day, its last day
  /// (民法典 第二百零二条: 没有对应日的,月末日为期间的最后一日). Kept inside the representable range.
  ///
  /// 30 November + 3 months is 28 or 29 February; 31 January + 1 month likewise.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow || total >= 10_000 * 12 { return months > 0 ? .max : .min }
    if total < 12 { return .min }
    let targetYear = total / 12
    let targetMonth = total % 12 + 1
    let targetDay = Swift.min(day, Self.daysInMonth(year: targetYear, month: targetMonth))
    return CivilDate(daysSinceEpoch: Self.days(year: targetYear, month: targetMonth, day: targetDay))
  }

  /// The number of days from another day to this one; negative when this one is earlier.
  public func days(since other: CivilDate) -> Int {
    daysSinceEpoch - other.daysSinceEpoch
  }

  /// The following day; the last representable day follows itself.
  public var next: CivilDate { adding(days: 1) }
  /// The day before; the first representable day precedes itself.
  public var previous: CivilDate { adding(days: -1) }
}
