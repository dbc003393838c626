/// An organisation code (组织机构代码, GB 11714): eight characters and a check character. It lives on inside the unified social
/// credit code.
public struct OrganisationCode: Hashable, Sendable, CustomStringConvertible {
  /// The nine characters without the hyphen that is often printed before the last.
  public let text: String

  private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// Reads `12345678X` or `12345678-X`, cleaned as people write it. Throws the first check that fails.
  public init(_ written: String) throws(OrganisationCodeError) {
    var bytes = Array(TypedCode.clean(written).utf8)
    if bytes.count == 10, bytes[8] == UInt8(ascii: "-") { bytes.remove(at: 8) }
    guard bytes.count == 9 else { throw .length(bytes.count) }
    var sum = 0
    for (index, byte) in bytes.enumerated() {
      let value =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        default: throw .character(position: index + 1)
        }
      if index < 8 { sum += value * Self.weights[index] }
    }
    let expected = Self.checkCharacter(remainder: sum % 11)
    guard bytes[8] == expected else {
      throw .checkCharacter(
        found: Character(Unicode.Scalar(bytes[8])), expected: Character(Unicode.Scalar(expected)))
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  public var description: String { text }

  /// 11 − remainder, where 10 is written X and 11 is written 0.
  private static func checkCharacter(remainder: Int) -> UInt8 {
    switch 11 - remainder {
    case 10: UInt8(ascii: "X")
    case 11: UInt8(ascii: "0")
    case let digit: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
    }
  }
}
