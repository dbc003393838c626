import FoundationEssentials

/// The wall clock as RFC 3339 in UTC with milliseconds, written without any formatter: a log record is on the hot
/// path and must not allocate one.
enum LogTime {
  /// Appends the present moment, for example `2026-03-02T01:00:00.250Z`.
  static func appendNow(to bytes: inout [UInt8]) {
    let milliseconds = Int(Date().timeIntervalSince1970 * 1000)
    append(seconds: milliseconds / 1000, milliseconds: milliseconds % 1000, to: &bytes)
  }

  /// - Parameter seconds: since 1970-01-01T00:00:00Z, not negative.
  static func append(seconds: Int, milliseconds: Int, to bytes: inout [UInt8]) {
    let (days, second) = (seconds / 86_400, seconds % 86_400)
    // Days since 1 March of year 0, in eras of 400 years: the end of February is then the end of a year, and every
    // month has its place (the usual proleptic Gregorian conversion).
    let shifted = days + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    digits(year, 4, &bytes)
    bytes.append(UInt8(ascii: "-"))
    digits(month, 2, &bytes)
    bytes.append(UInt8(ascii: "-"))
    digits(day, 2, &bytes)
    bytes.append(UInt8(ascii: "T"))
    digits(second / 3600, 2, &bytes)
    bytes.append(UInt8(ascii: ":"))
    digits(second / 60 % 60, 2, &bytes)
    bytes.append(UInt8(ascii: ":"))
    digits(second % 60, 2, &bytes)
    bytes.append(UInt8(ascii: "."))
    digits(milliseconds, 3, &bytes)
    bytes.append(UInt8(ascii: "Z"))
  }

  private static func digits(_ value: Int, _ count: Int, _ bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<count { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
