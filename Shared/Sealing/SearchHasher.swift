import Crypto
import FoundationEssentials

/// Hashes contact data for search by exact match, without keeping them in the clear.
///
/// HMAC-SHA256 with a secret key: there are so few telephone numbers that a bare hash could be turned back by trying
/// them all. Printing or mirroring it does not show the key.
public struct SearchHasher: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Has the key worked in: that is half of what a hash of a short text costs.
  private let keyed: HMAC<SHA256>

  /// - Parameter key: at least 32 bytes.
  /// - Throws: `invalidKey` for fewer.
  public init(key: [UInt8]) throws(SealingError) {
    guard key.count >= 32 else { throw SealingError(.invalidKey, "a search key has at least 32 bytes") }
    keyed = HMAC<SHA256>(key: SymmetricKey(data: key))
  }

  /// Reads the key from Base64; white space around is free.
  public init(base64 text: String) throws(SealingError) {
    guard let key = Data(base64Encoded: text.filter { !$0.isWhitespace }) else {
      throw SealingError(.invalidKey, "expected Base64")
    }
    try self.init(key: Array(key))
  }

  /// The 32 bytes for a text that has been brought to one form by the caller, such as digits alone for a telephone.
  public func hash(_ normalised: String) -> [UInt8] {
    var hash = keyed
    hash.update(data: Array(normalised.utf8))
    return Array(hash.finalize())
  }

  public var description: String { "SearchHasher(key: ****)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
