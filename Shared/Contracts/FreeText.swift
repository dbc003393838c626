/// What is done to words that people wrote, before anything else reads them.
///
/// The words are kept as they are, with all of Unicode: four-byte characters are rare Han characters in names of
/// people and places as often as they are emoji. Two kinds of character are taken out, because they are no words and
/// do harm: control characters other than tab and line breaks (U+0000 cannot be stored, others forge log lines and
/// terminal commands), and marks that turn the direction of text (U+061C, U+200E, U+200F, U+202A–U+202E,
/// U+2066–U+2069), with which a text can show something else than it says. A complaint is not refused for them: they
/// come from copying, not from the citizen, and the receipt's hash covers the record as it was sent.
///
/// In identifiers the same characters are refused, for there a silent change would make another identifier.
public enum FreeText {
  /// The text without control and direction characters.
  public static func clean(_ text: String) -> String {
    if isClean(text, keepingLines: true) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isHarmful(scalar, keepingLines: true) { scalars.append(scalar) }
    return String(scalars)
  }

  /// True when no character has to go.
  static func isClean(_ text: String, keepingLines: Bool) -> Bool {
    var text = text
    let suspicious = text.withUTF8 { bytes in
      bytes.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }
    }
    // Only the lead bytes of the characters in question send us the slow way.
    return !suspicious || !text.unicodeScalars.contains { isHarmful($0, keepingLines: keepingLines) }
  }

  /// True when there is nothing to read: no characters, or white space alone.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar, keepingLines: Bool) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: !keepingLines
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
