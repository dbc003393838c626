/// The provider of OpenID Connect that people sign in with.
public struct OpenIDProvider: Sendable {
  let issuer: String
  let client: String
  let secret: String?
  let scopes: String
  /// Where the provider sends people back to.
  let returnAddress: String
}
