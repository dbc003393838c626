import Crypto
import FoundationEssentials
import ServiceKit

/// The keys that 环保码 are signed with.
struct CodeConfiguration: ConfigurationArea {
  enum Keys {
    static let signing = ConfigurationKey(
      "CODE_SIGNING_KEY", .ed25519, isSecret: true,
      "The Ed25519 private key that credit codes (环保码) are signed with; without it none are made")
    static let former = ConfigurationKey(
      "CODE_FORMER_PUBLIC_KEYS", .ed25519Keys,
      "Ed25519 public keys of earlier signing keys, still published for codes that hang on walls")
  }

  static let title = "Credit codes"
  static let keys = [Keys.signing.description, Keys.former.description]

  let signer: CodeSigner

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let signing = scope.readIfPresent(Keys.signing)
    let former = scope.readIfPresent(Keys.former) ?? []
    guard scope.problems.isEmpty else { throw scope.error }
    signer = CodeSigner(signing, former: former)
  }
}

extension ConfigurationType where Value == Curve25519.Signing.PrivateKey {
  /// Base64 of 32 bytes.
  static var ed25519: Self {
    Self(name: "key", range: "base64 of 32 bytes") { text in
      Data(base64Encoded: text).flatMap { try? Curve25519.Signing.PrivateKey(rawRepresentation: $0) }
    }
  }
}

extension ConfigurationType where Value == [Curve25519.Signing.PublicKey] {
  /// Several, separated by commas.
  static var ed25519Keys: Self {
    Self(name: "keys", range: "base64 of 32 bytes, separated by commas") { text in
      let entries = text.split(separator: ",")
      let keys = entries.compactMap { entry in
        Data(base64Encoded: String(entry.filter { !$0.isWhitespace }))
          .flatMap { try? Curve25519.Signing.PublicKey(rawRepresentation: $0) }
      }
      return keys.isEmpty || keys.count < entries.count ? nil : keys
    }
  }
}
