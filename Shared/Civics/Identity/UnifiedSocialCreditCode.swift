/// A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters that identify an enterprise.
///
/// Registry (1), category (2), administrative division of the registry by GB/T 2260 (3–8), organisation code (9–17, with a
/// check character of its own), check character (18). Letters are upper case; I, O, S, V and Z do not occur.
public struct UnifiedSocialCreditCode: Hashable, Sendable {
  /// The code in its normal form: 18 upper-case ASCII characters.
  public let text: String

  static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// 3^(i−1) mod 31.
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  /// For each ASCII byte its place in the alphabet, 255 where it has none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 128)
    for (index, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(index) }
    return values
  }()

  /// Reads a code as people write it: surrounding white space, invisible characters, full-width and lower-case letters
  /// are forgiven. Throws the first check that fails, in the order length, characters, check character.
  public init(_ written: String) throws(UnifiedSocialCreditCodeError) {
    let text = TypedCode.clean(written)
    let length = text.unicodeScalars.count
    guard length == 18 else { throw .length(length) }
    var sum = 0
    var last: UInt8 = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard let value = Self.value(scalar) else { throw .character(scalar, position: index + 1) }
      if (2..<8).contains(index), value > 9 { throw .divisionNotNumeric(scalar, position: index + 1) }
      if index < 17 { sum += Int(value) * Self.weights[index] } else { last = value }
    }
    // The outer "mod 31" matters: a sum that is a multiple of 31 gives the character 0, not a 32nd one.
    let expected = (31 - sum % 31) % 31
    guard Int(last) == expected else {
      throw .checkCharacter(
        found: Character(Unicode.Scalar(Self.alphabet[Int(last)])),
        expected: Character(Unicode.Scalar(Self.alphabet[expected])))
    }
    self.text = text
  }

  private static func value(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value < 128 else { return nil }
    let value = values[Int(scalar.value)]
    return value == 255 ? nil : value
  }
}

extension UnifiedSocialCreditCode: CustomStringConvertible, Comparable {
  public var description: String { text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension UnifiedSocialCreditCode {
  /// Characters 3–8: the division whose registry gave the code, which need not be where the enterprise works. Nil where
  /// the division is not in our table (codes given by national registries, divisions abolished long ago).
  public var registryRegion: RegionCode? {
    try? RegionCode(String(text.dropFirst(2).prefix(6)))
  }

  /// What the organisation code inside (characters 9–17, GB 11714) fails; nil when it is sound. Some units registered long
  /// ago carry a code that fails its own check, so this is a warning and never a reason to refuse.
  public var organisationCodeWarning: OrganisationCodeError? {
    do throws(OrganisationCodeError) {
      _ = try OrganisationCode(String(text.dropFirst(8).prefix(9)))
      return nil
    } catch {
      return error
    }
  }
}
