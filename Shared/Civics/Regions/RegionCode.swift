/// An administrative division by its six-digit code (GB/T 2260): two digits each for province, prefecture and county.
///
/// A value always names a division of the embedded table: every division in force in April 2019 or at the end of 2025. Codes
/// of divisions abolished in between stay readable, because hotlines and old files go on using them; ``isAbolished`` tells.
public struct RegionCode: Hashable, Sendable {
  /// The code as a number, 0 … 659999.
  let number: UInt32

  /// The whole country, written 000000; it covers every division.
  public static let country = RegionCode(number: 0)

  private init(number: UInt32) {
    self.number = number
  }

  /// Reads exactly six ASCII digits that name a division of the table, or 000000.
  public init(_ text: String) throws(RegionCodeError) {
    var number: UInt32 = 0
    var digits = 0
    for byte in text.utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 6 else { throw .malformed(text) }
      number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
      digits += 1
    }
    guard digits == 6 else { throw .malformed(text) }
    guard number == 0 || RegionTable.shared.index(of: number) != nil else { throw .unknown(text) }
    self.number = number
  }

  /// The division with this code, nil where the table has none.
  init?(known number: UInt32) {
    guard RegionTable.shared.index(of: number) != nil else { return nil }
    self.number = number
  }

  /// How high the division stands.
  public var level: RegionLevel {
    if number == 0 {
      .country
    } else if number % 10_000 == 0 {
      .province
    } else if number % 100 == 0 {
      .prefecture
    } else {
      .county
    }
  }

  /// Whether this division is the other one or contains it. Tokens and routing rest on this: a region covers those below.
  public func covers(_ other: RegionCode) -> Bool {
    switch level {
    case .country: true
    case .province: number / 10_000 == other.number / 10_000
    case .prefecture: number / 100 == other.number / 100
    case .county: number == other.number
    }
  }

  /// The Chinese name of the division alone: 永修县.
  public var name: String {
    number == 0 ? "中国" : RegionTable.shared.name(of: number) ?? ""
  }

  /// The Chinese name with those of the divisions above: 江西省九江市永修县.
  public var fullName: String {
    // 北京市 is a province (110000) and stands for its own prefecture (110100) too: the name appears once.
    (ancestors.reversed().filter { $0 != .country } + [self]).map(\.name)
      .reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }.joined()
  }

  /// Whether the division was abolished or recoded after April 2019.
  public var isAbolished: Bool {
    number != 0 && RegionTable.shared.isAbolished(number)
  }

  /// The division directly above; nil for the country. Counties that a province governs directly (省直辖县级行政区划) have
  /// the province above them.
  public var parent: RegionCode? {
    switch level {
    case .country: nil
    case .province: .country
    case .prefecture: RegionCode(known: number / 10_000 * 10_000) ?? .country
    case .county: RegionCode(known: number / 100 * 100) ?? RegionCode(known: number / 10_000 * 10_000) ?? .country
    }
  }

  /// The divisions above, nearest first, ending with the country.
  public var ancestors: [RegionCode] {
    var found: [RegionCode] = []
    var next = parent
    while let region = next {
      found.append(region)
      next = region.parent
    }
    return found
  }

  /// Every division of the table, ascending by code, without the country.
  public static var all: [RegionCode] {
    RegionTable.shared.numbers.map { RegionCode(number: $0) }
  }
}

extension RegionCode: CustomStringConvertible, Comparable {
  /// The six digits.
  public var description: String {
    let digits = String(number)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  public static func < (left: RegionCode, right: RegionCode) -> Bool { left.number < right.number }
}
