import Civics
import FoundationEssentials

/// The number of a case for people: `C2026-350600-7K3F9-QX2M4`.
///
/// Year and region of the clue and ten characters of the case's id: it follows from the clue alone, so there is no
/// counter to queue for and a restore gives the same numbers.
struct CaseNumber: Hashable, Sendable, CustomStringConvertible {
  let text: String

  /// Letters that are told apart over the telephone: no I, L, O and U (Crockford's base 32).
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  init(id: UUID, region: String, opened: CivilDate) {
    // The first 48 bits of an id are as good as random; two of the ten characters' 50 bits come from its end.
    let bits = withUnsafeBytes(of: id.uuid) { bytes in
      bytes.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } << 2 | UInt64(bytes[15] & 3)
    }
    var code: [UInt8] = []
    for index in 0..<10 {
      if index == 5 { code.append(UInt8(ascii: "-")) }
      code.append(Self.alphabet[Int(bits >> (45 - 5 * UInt64(index)) & 31)])
    }
    text = "C\(opened.year)-\(region)-" + String(decoding: code, as: UTF8.self)
  }

  var description: String { text }
}
