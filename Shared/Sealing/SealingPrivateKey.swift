public import Crypto
import FoundationEssentials

/// The private key of a recipient. Printing or mirroring it shows its id alone.
public struct SealingPrivateKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The id under which the public key was given to the sealer.
  public let id: String
  let key: Curve25519.KeyAgreement.PrivateKey

  public init(id: String, key: Curve25519.KeyAgreement.PrivateKey) {
    self.id = id
    self.key = key
  }

  /// Reads the key from text, see `SealingKeyText`.
  public init(id: String, text: String) throws(SealingError) {
    self.init(id: id, key: try SealingKeyText.privateKey(from: text))
  }

  /// Makes a new key.
  public static func generate(id: String) -> SealingPrivateKey {
    SealingPrivateKey(id: id, key: Curve25519.KeyAgreement.PrivateKey())
  }

  /// The public half, for sealers.
  public func recipient() throws(SealingError) -> SealingRecipient {
    try SealingRecipient(id: id, publicKey: key.publicKey)
  }

  /// The private key as settings write it, `name:base64`, to be kept secret.
  public var settingText: String { "\(id):\(key.rawRepresentation.base64EncodedString())" }

  /// The public half as settings write it.
  public var publicSettingText: String {
    get throws(SealingError) { "\(id):\(try recipient().publicKey.rawRepresentation.base64EncodedString())" }
  }

  /// The private key as PEM, to be kept secret.
  public var pem: String { SealingKeyText.pem(of: key) }

  public var description: String { "SealingPrivateKey(id: \(id), key: ****)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
