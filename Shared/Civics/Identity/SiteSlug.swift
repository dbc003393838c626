import Crypto

/// The name of a site in a form in which spellings that mean the same place are the same text:
///
/// - full-width letters, digits and punctuation become ordinary, letters lower-case;
/// - circled and Roman numerals become digits (② is 2, Ⅱ is 2);
/// - white space, invisible and control characters vanish;
/// - runs of punctuation and symbols become one `-`, none at the ends: `洗砂厂（东）` and `洗砂厂 (东)` are `洗砂厂-东`;
/// - everything else, Chinese characters above all, stays as it is.
///
/// A name longer than ``longest`` bytes of UTF-8 keeps its beginning, followed by `~` and 16 hexadecimal digits of the
/// SHA-256 of the whole folded name, so that two long names with one beginning stay two.
public struct SiteSlug: Hashable, Sendable, CustomStringConvertible {
  /// The longest slug that is kept whole, in bytes of UTF-8: 40 Chinese characters.
  public static let longest = 120

  /// The folded name.
  public let text: String

  /// Folds a name. Throws when nothing is left.
  public init(name: String) throws(SubjectKeyError) {
    let folded = Self.fold(name)
    guard !folded.isEmpty else { throw .emptyName }
    text = folded.utf8.count <= Self.longest ? folded : Self.shorten(folded)
  }

  init(checked text: String) {
    self.text = text
  }

  public var description: String { text }

  /// Whether a text is the shortened form of some long name; its whole name cannot be had back to fold it again.
  static func isShortened(_ text: String) -> Bool {
    guard let tilde = text.lastIndex(of: "~") else { return false }
    let head = String(text[..<tilde])
    let digits = text[text.index(after: tilde)...].utf8
    return digits.count == 16 && head.utf8.count <= longest - 17 && head.utf8.count > longest - 17 - 4
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      && fold(head + "x") == head + "x"
  }

  private static func shorten(_ folded: String) -> String {
    let digest = SHA256.hash(data: Array(folded.utf8)).prefix(8)
    let hexadecimal = digest.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }
    var head = String.UnicodeScalarView()
    var size = 0
    for scalar in folded.unicodeScalars {
      size += UTF8.width(scalar)
      if size > longest - 17 { break }
      head.append(scalar)
    }
    return String(head) + "~" + hexadecimal.joined()
  }

  private static func fold(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    var separated = false
    func separate() {
      if separated, !folded.isEmpty { folded.append("-") }
      separated = false
    }
    for scalar in name.unicodeScalars {
      switch SiteSlugFolding.fold(scalar) {
      case .vanishes:
        continue
      case .separates:
        separated = true
      case .becomes(let kept):
        separate()
        folded.append(kept)
      case .becomesText(let text):
        separate()
        folded.append(contentsOf: text.unicodeScalars)
      }
    }
    return String(folded)
  }
}
