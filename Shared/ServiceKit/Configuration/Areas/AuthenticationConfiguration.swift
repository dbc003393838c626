/// Whose tokens are believed.
public struct AuthenticationConfiguration: Sendable {
  /// The key set: its JSON itself, the path of a file, or an `https` URL (`http` on a loopback address only).
  public var keySet: String
  /// The `iss` a token must have.
  public var issuer: String
  /// The `aud` a token must name.
  public var audience: String

  public init(keySet: String, issuer: String, audience: String) {
    self.keySet = keySet
    self.issuer = issuer
    self.audience = audience
  }
}

extension AuthenticationConfiguration: ConfigurationArea {
  enum Keys {
    static let keySet = ConfigurationKey(
      "JWKS", .text, "The public keys tokens are signed with (RFC 7517): inline JSON, a file's path or an https URL")
    static let issuer = ConfigurationKey(
      "JWT_ISSUER", .text, default: "ecoredress", "The issuer (iss) a token must come from")
    static let audience = ConfigurationKey(
      "JWT_AUDIENCE", .text, default: "ecoredress", "The audience (aud) a token must be meant for")
  }

  public static let title = "Tokens"
  public static let keys = [Keys.keySet.description, Keys.issuer.description, Keys.audience.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let keySet = scope.read(Keys.keySet)
    let issuer = scope.read(Keys.issuer)
    let audience = scope.read(Keys.audience)
    if let keySet, case .failure(let reason) = KeySetLocation.read(keySet) {
      scope.note(Keys.keySet.name, reason.message)
    }
    guard let keySet, let issuer, let audience, scope.problems.isEmpty else { throw scope.error }
    self.init(keySet: keySet, issuer: issuer, audience: audience)
  }
}
