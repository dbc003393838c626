/// Why something could not be sealed or opened. Never holds a key, a plaintext or a ciphertext.
public struct SealingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// The bytes are no envelope, or a broken one.
    case malformed
    /// The envelope is of a version made after this program.
    case unsupportedVersion = "unsupported-version"
    /// The envelope is not for any of the keys at hand.
    case notForUs = "not-for-us"
    /// The data key or the content does not fit: altered, of another context, or wrapped for another key.
    case authenticationFailed = "authentication-failed"
    /// A key is not written as it must be.
    case invalidKey = "invalid-key"
    /// The recipients are none, too many, or two have one id.
    case invalidRecipients = "invalid-recipients"
    /// The cryptographic library failed.
    case cryptography
  }

  public var code: Code
  /// More for people, without secrets.
  public var detail: String

  public init(_ code: Code, _ detail: String = "") {
    self.code = code
    self.detail = detail
  }

  public var description: String { detail.isEmpty ? code.rawValue : "\(code.rawValue): \(detail)" }
}
