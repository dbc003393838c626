/// Brings contact data to the one form in which they are hashed for search.
enum ContactForm {
  /// The digits of a telephone number, without the country's 86 or 0086; nil when no digits are left.
  static func phone(_ written: String) -> String? {
    var digits = written.unicodeScalars.compactMap { scalar -> Character? in
      guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
      return Character(String(Int(value)))
    }
    if digits.count > 11, digits.starts(with: "0086") { digits.removeFirst(4) }
    if digits.count > 11, digits.starts(with: "86") { digits.removeFirst(2) }
    return digits.isEmpty ? nil : String(digits)
  }

  /// An e-mail address without white space and in lower case; nil when nothing is left.
  static func email(_ written: String) -> String? {
    let text = written.filter { !$0.isWhitespace }.lowercased()
    return text.isEmpty ? nil : text
  }
}
