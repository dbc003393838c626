/// What one character of a site's name becomes.
enum SiteSlugFolding {
  case vanishes
  case separates
  case becomes(Unicode.Scalar)
  /// Several characters, or a number.
  case becomesText(String)

  static func fold(_ scalar: Unicode.Scalar) -> SiteSlugFolding {
    let value = scalar.value
    // Chinese characters, digits and small letters, the most of every name, stay; capital letters become small.
    if (0x4E00...0x9FFF).contains(value) || (0x61...0x7A).contains(value) || (0x30...0x39).contains(value) {
      return .becomes(scalar)
    }
    if (0x41...0x5A).contains(value), let small = Unicode.Scalar(value + 0x20) { return .becomes(small) }
    if (0xFF01...0xFF5E).contains(value), let ordinary = Unicode.Scalar(value - 0xFEE0) { return fold(ordinary) }
    if let number = number(value) { return .becomesText(String(number)) }
    let properties = scalar.properties
    if properties.isWhitespace || TypedCode.isInvisible(scalar) { return .vanishes }
    switch properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .format:
      return .vanishes
    case .uppercaseLetter, .titlecaseLetter:
      return .becomesText(properties.lowercaseMapping)
    case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return .becomes(scalar)
    default:
      return .separates
    }
  }

  /// The value of a circled or Roman numeral.
  private static func number(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x2460...0x2473: value - 0x2460 + 1
    case 0x2160...0x216B: value - 0x2160 + 1
    case 0x2170...0x217B: value - 0x2170 + 1
    default: nil
    }
  }
}
