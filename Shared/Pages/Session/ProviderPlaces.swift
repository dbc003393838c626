import Contracts

/// Where a provider of OpenID Connect is asked for what, as its discovery document says.
struct ProviderPlaces: Sendable, Equatable {
  let authorize: String
  let token: String
  /// Whether the secret goes into the form instead of the header.
  let wantsSecretInForm: Bool

  /// Reads the document.
  /// - Throws: `SignInFault.unreadable` when it is another issuer's, or names a place that is not safe.
  init(_ document: JSON, of provider: OpenIDProvider) throws(SignInFault) {
    guard document["issuer"]?.string == provider.issuer else { throw .unreadable("issuer") }
    guard let authorize = document["authorization_endpoint"]?.string, OpenIDProvider.isSafe(authorize) else {
      throw .unreadable("authorization_endpoint")
    }
    guard let token = document["token_endpoint"]?.string, OpenIDProvider.isSafe(token) else {
      throw .unreadable("token_endpoint")
    }
    self.authorize = authorize
    self.token = token
    let ways = document["token_endpoint_auth_methods_supported"]?.array?.compactMap(\.string) ?? []
    wantsSecretInForm = !ways.isEmpty && !ways.contains("client_secret_basic")
  }

  /// Where the discovery document of an issuer is.
  static func document(of issuer: String) -> String {
    (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
  }
}
