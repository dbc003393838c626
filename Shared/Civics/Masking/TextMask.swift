/// Masks what can point to a person in a text that goes out.
///
/// The second net: the first is that a summary goes out that staff wrote and approved, never the complainant's words. A
/// net of patterns lets some fish through and catches some that are none; a text is to be read after it. It errs
/// towards masking: what it takes away can be told by other means, what it lets out cannot be taken back.
///
/// Pure, and one pass over the text: what is not digit, letter or one of some hundred Han characters costs one look.
public enum TextMask {
  /// - Parameter known: exact texts to be masked as well, such as the reporter's name; shorter than two characters they
  ///   are passed over.
  public static func mask(_ text: String, known: [String] = []) -> MaskedText {
    var scanner = MaskScanner(text)
    let known = known.map { Array($0.unicodeScalars) }.filter { $0.count >= 2 }.sorted { $0.count > $1.count }
    var output: [Unicode.Scalar] = []
    output.reserveCapacity(scanner.count)
    var found: [PersonalDatum: Int] = [:]
    var place = 0
    while place < scanner.count {
      guard let match = scanner.known(known, at: place) ?? scanner.match(at: place) else {
        output.append(scanner.scalars[place])
        place += 1
        continue
      }
      // A title tells of the name in front of it, which is out already.
      output.removeLast(min(match.back, output.count))
      output.append(contentsOf: match.replacement.unicodeScalars)
      found[match.kind, default: 0] += 1
      place += max(1, match.length)
      scanner.settled = place
    }
    guard !found.isEmpty else { return MaskedText(text: text, found: [:]) }
    var masked = String.UnicodeScalarView()
    masked.append(contentsOf: output)
    return MaskedText(text: String(masked), found: found)
  }
}
