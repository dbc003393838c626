/// Brings contact data to the one form in which they are hashed for search.
enum ContactForm {
  /// The digits of a telephone number, without the country's 86 or 0086; nil when no digits are left.
  static func phone(_ written: String) -> String? {
    var digits: [UInt8] = []
    for scalar in written.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(UInt8(scalar.value))
      // Full-width digits, as Chinese input methods write them.
      case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFF10) + 0x30)
      default: continue
      }
    }
    if digits.count > 11, digits.starts(with: "0086".utf8) { digits.removeFirst(4) }
    if digits.count > 11, digits.starts(with: "86".utf8) { digits.removeFirst(2) }
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
  }

  /// An e-mail address without white space and in lower case; nil when nothing is left.
  static func email(_ written: String) -> String? {
    let text = written.filter { !$0.isWhitespace }.lowercased()
    return text.isEmpty ? nil : text
  }
}
