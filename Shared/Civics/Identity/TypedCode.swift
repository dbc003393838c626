/// What codes typed by people are cleaned of before they are checked: nothing that a person can see is changed except
/// letter case and the width of characters.
enum TypedCode {
  /// Trims white space, drops invisible characters anywhere (zero-width, byte order mark, direction marks), makes
  /// full-width letters and digits ordinary, and upper-cases ASCII letters.
  static func clean(_ text: String) -> String {
    let bytes = text.utf8
    // The common case: already clean, nothing to build.
    if bytes.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      scalars.append(ordinary(scalar))
    }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars.drop { $0.properties.isWhitespace }))
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || scalar.properties.isDefaultIgnorableCodePoint
  }

  /// The ordinary form of a full-width character, upper-cased if it is an ASCII letter.
  private static func ordinary(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x61...0x7A).contains(value) { value -= 0x20 }
    return Unicode.Scalar(value) ?? scalar
  }
}
