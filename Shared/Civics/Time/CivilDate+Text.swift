extension CivilDate: LosslessStringConvertible {
  /// Reads exactly `YYYY-MM-DD` (ISO 8601 extended form, ten ASCII characters) and refuses days that do not exist.
  public init?(_ description: String) {
    let bytes = Array(description.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = parts
    return String(unsafeUninitializedCapacity: 10) { buffer in
      func put(_ value: Int, at end: Int, digits: Int) {
        var rest = value
        for index in 0..<digits {
          buffer[end - index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      put(year, at: 3, digits: 4)
      buffer[4] = UInt8(ascii: "-")
      put(month, at: 6, digits: 2)
      buffer[7] = UInt8(ascii: "-")
      put(day, at: 9, digits: 2)
      return 10
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
