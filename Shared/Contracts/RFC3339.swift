public import FoundationEssentials

/// Instants as RFC 3339 writes them. Text without an offset is no instant and is refused.
public enum RFC3339 {
  /// The instant of a text such as `2026-01-06T08:00:00Z` or `2026-01-06T16:00:00.25+08:00`, else nil.
  ///
  /// Digits after the sixth of a fraction are dropped: PostgreSQL keeps microseconds. A leap second (`:60`) is the
  /// first instant of the next minute.
  public static func date(from text: String) -> Date? {
    var text = text
    return text.withUTF8(date(from:))
  }

  /// The text of an instant in UTC, with a fraction only when there is one and at most six digits.
  public static func text(of date: Date) -> String {
    let micros = (date.timeIntervalSince1970 * 1_000_000).rounded()
    let bounded = Int64(max(earliest, min(latest, micros)))
    let (days, microsOfDay) = bounded.flooredQuotientAndRemainder(dividingBy: 86_400_000_000)
    let (year, month, day) = CivilDay.date(ofDay: Int(days))
    let seconds = Int(microsOfDay / 1_000_000)
    var fraction = Int(microsOfDay % 1_000_000)
    return String(unsafeUninitializedCapacity: 27) { output in
      var count = 0
      func put(_ value: Int, width: Int) {
        var value = value
        for index in stride(from: count + width - 1, through: count, by: -1) {
          output[index] = Byte.zero + UInt8(value % 10)
          value /= 10
        }
        count += width
      }
      func put(_ character: Unicode.Scalar) {
        output[count] = UInt8(ascii: character)
        count += 1
      }
      put(year, width: 4)
      put("-")
      put(month, width: 2)
      put("-")
      put(day, width: 2)
      put("T")
      put(seconds / 3600, width: 2)
      put(":")
      put(seconds / 60 % 60, width: 2)
      put(":")
      put(seconds % 60, width: 2)
      if fraction > 0 {
        var width = 6
        while fraction % 10 == 0 {
          fraction /= 10
          width -= 1
        }
        put(".")
        put(fraction, width: width)
      }
      put("Z")
      return count
    }
  }

  /// Microseconds of 0001-01-01T00:00:00Z: the form has four digits for the year.
  private static let earliest: Double = -62_135_596_800_000_000
  /// Microseconds of 9999-12-31T23:59:59Z.
  private static let latest: Double = 253_402_300_799_000_000

  private static func date(from bytes: UnsafeBufferPointer<UInt8>) -> Date? {
    var reader = DigitReader(bytes)
    guard let year = reader.number(4), year > 0, reader.take("-"), let month = reader.number(2), 1...12 ~= month,
      reader.take("-"), let day = reader.number(2), day > 0, day <= CivilDay.days(inMonth: month, year: year),
      reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2), hour < 24,
      reader.take(":"), let minute = reader.number(2), minute < 60, reader.take(":"),
      let second = reader.number(2), second <= 60
    else { return nil }
    var micros = 0
    if reader.take(".") {
      guard let fraction = reader.micros() else { return nil }
      micros = fraction
    }
    guard let offset = offset(&reader), reader.isAtEnd else { return nil }
    let seconds = CivilDay.number(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
    return Date(timeIntervalSince1970: Double(seconds - offset) + Double(micros) / 1_000_000)
  }

  /// Seconds east of UTC.
  private static func offset(_ reader: inout DigitReader) -> Int? {
    if reader.take("Z") || reader.take("z") { return 0 }
    let sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
    guard sign != 0, let hours = reader.number(2), hours < 24, reader.take(":"), let minutes = reader.number(2),
      minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}

extension Int64 {
  /// Division that rounds toward minus infinity, so that instants before 1970 fall on the right day.
  fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
