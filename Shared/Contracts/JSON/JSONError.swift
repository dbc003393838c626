/// Why a text is not JSON that we accept, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: String, Sendable, CaseIterable {
    case tooLarge = "the text is longer than allowed"
    case tooDeep = "arrays and objects nest deeper than allowed"
    case unexpectedEnd = "the text ends in the middle of a value"
    case unexpectedByte = "a byte stands where none like it may stand"
    case trailingBytes = "something follows the value"
    case invalidNumber = "a number is not written as RFC 8259 asks"
    case invalidEscape = "an escape in a string is unknown or incomplete"
    case loneSurrogate = "half of a surrogate pair stands alone"
    case controlCharacter = "a control character stands unescaped in a string"
    case invalidUTF8 = "a string is not UTF-8"
    case duplicateName = "an object has the same name twice"
  }

  public var reason: Reason
  /// The first byte, counted from zero, that cannot be accepted.
  public var offset: Int

  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  public var description: String { "\(reason.rawValue) (byte \(offset))" }
}
