import Civics
import Contracts
import FoundationEssentials

/// The number of a petition for people: `2024-360483-7K3F-9QX2-M4TC`.
///
/// Year of receipt, region of the place, eleven characters of the petition's id and a check character. It follows from
/// the complaint alone: no counter that all intake would queue for, and the same number when a complaint is read again
/// after a restore. Its characters are the front of the id, so the primary key finds the petition of a number. Of a
/// million petitions of one region and year, two share a number with a probability of 1 in 70,000; staff are then shown
/// both.
struct PetitionNumber: Hashable, Sendable, CustomStringConvertible {
  /// The whole text in its normal form.
  let text: String
  /// The smallest and the largest id with this number.
  let identifiers: ClosedRange<UUID>

  /// Letters that are told apart over the telephone: no I, L, O and U (Crockford's base 32).
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let idCharacters = 11

  /// The number of a petition received on this day.
  init(id: UUID, region: RegionCode, received: CivilDate) {
    let year = String(received.year)
    let prefix = String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year + region.description
    let bits = Self.bits(of: id)
    let values = (0..<Self.idCharacters).map { UInt8(bits >> (50 - 5 * UInt64($0)) & 31) }
    self.init(prefix: Array(prefix.utf8), values: values)
  }

  /// Reads a number as people type it: lower case, missing dashes, and O, I and L for 0 and 1 are forgiven.
  /// - Returns: nil when it is none, or its check character is wrong.
  init?(_ written: String) {
    guard let values = Self.values(written), values.count == 10 + Self.idCharacters + 1,
      values.prefix(10).allSatisfy({ $0 < 10 })
    else { return nil }
    let prefix = values.prefix(10).map { UInt8(ascii: "0") + $0 }
    self.init(prefix: prefix, values: Array(values.dropFirst(10).dropLast()))
    guard Self.alphabet[Int(values[values.count - 1])] == text.utf8.last else { return nil }
  }

  var description: String { text }

  /// What the characters stand for; nil when one is none of a number's, or there are more than a number has.
  static func values(_ written: String) -> [UInt8]? {
    guard written.utf8.count <= 64 else { return nil }
    var values: [UInt8] = []
    for byte in written.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      guard let value = value(of: byte) else { return nil }
      values.append(value)
    }
    return values
  }

  /// The smallest and the largest id whose number begins with these letters behind year and region.
  static func identifiers(front values: [UInt8]) -> ClosedRange<UUID> {
    let known = values.prefix(idCharacters)
    let open = 5 * UInt64(idCharacters - known.count)
    let bits = known.reduce(UInt64(0)) { $0 << 5 | UInt64($1) } << open
    return id(bits: bits, rest: 0)...id(bits: bits | (1 << open - 1), rest: 0xFF)
  }

  /// The letters behind year and region as they are written, in groups of four.
  static func grouped(_ values: [UInt8]) -> String {
    var output: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index % 4 == 0, index > 0 { output.append(UInt8(ascii: "-")) }
      output.append(alphabet[Int(value)])
    }
    return String(decoding: output, as: UTF8.self)
  }

  private init(prefix: [UInt8], values: [UInt8]) {
    let check = Self.check(prefix.map { $0 - UInt8(ascii: "0") } + values)
    var output: [UInt8] = []
    output.reserveCapacity(26)
    output += prefix.prefix(4)
    output.append(UInt8(ascii: "-"))
    output += prefix.dropFirst(4)
    for (index, value) in (values + [check]).enumerated() {
      if index % 4 == 0 { output.append(UInt8(ascii: "-")) }
      output.append(Self.alphabet[Int(value)])
    }
    text = String(decoding: output, as: UTF8.self)
    let bits = values.reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
    identifiers = Self.id(bits: bits, rest: 0)...Self.id(bits: bits, rest: 0xFF)
  }

  /// The first 48 bits of an id, then 7 bits behind its version, which is the same in all.
  private static func bits(of id: UUID) -> UInt64 {
    withUnsafeBytes(of: id.uuid) { bytes in
      let front = bytes.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return front << 7 | UInt64(bytes[6] & 0x0F) << 3 | UInt64(bytes[7] >> 5)
    }
  }

  private static func id(bits: UInt64, rest: UInt8) -> UUID {
    var uuid: uuid_t = (
      0, 0, 0, 0, 0, 0, 0x50 | UInt8(bits >> 3 & 0x0F), UInt8(bits & 7) << 5 | rest >> 3, rest, rest, rest, rest, rest,
      rest, rest, rest
    )
    withUnsafeMutableBytes(of: &uuid) { bytes in
      for index in 0..<6 { bytes[index] = UInt8(bits >> (7 + 8 * UInt64(5 - index)) & 0xFF) }
    }
    return UUID(uuid: uuid)
  }

  /// A sum over the field of 32 elements with growing powers: every single wrong character and every two swapped
  /// neighbours change it.
  private static func check(_ values: [UInt8]) -> UInt8 {
    // The last character counts α-fold too, else swapping it with the check character would go unnoticed.
    values.reduce(0) { sum, value in timesAlpha(sum ^ value) }
  }

  /// Multiplies by α, the root of the primitive polynomial x⁵ + x² + 1.
  private static func timesAlpha(_ element: UInt8) -> UInt8 {
    let doubled = element << 1
    return doubled & 0x20 == 0 ? doubled : doubled ^ 0x25
  }

  private static func value(of byte: UInt8) -> UInt8? {
    let upper = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 32 : byte
    let meant =
      switch upper {
      case UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
      default: upper
      }
    return alphabet.firstIndex(of: meant).map { UInt8($0) }
  }
}
