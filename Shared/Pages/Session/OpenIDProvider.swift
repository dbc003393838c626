/// The provider of OpenID Connect that people sign in with.
public struct OpenIDProvider: Sendable {
  /// As the provider calls itself.
  let issuer: String
  /// What the pages are called there.
  let client: String
  let secret: String?
  let scopes: String
  /// Where the provider sends people back to.
  let returnAddress: String

  /// Whether nobody on the way can read or change what goes there: TLS, or this machine itself.
  static func isSafe(_ address: String) -> Bool {
    if address.hasPrefix("https://") { return address.utf8.count > "https://".utf8.count }
    return ["127.0.0.1", "localhost", "[::1]"].contains { host in
      [":", "/"].contains { address.hasPrefix("http://\(host)\($0)") } || address == "http://\(host)"
    }
  }
}
