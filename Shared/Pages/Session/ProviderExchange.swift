import Contracts
import FoundationEssentials
import ServiceKit

/// Exchanges what a person brings back from the provider for a token that the API takes.
struct ProviderExchange: Sendable {
  let provider: OpenIDProvider
  let places: ProviderPlaces
  let check: PageDesk.TokenCheck

  /// - Returns: the access token where the API takes it, else the ID token.
  func token(for code: String, _ begun: SignInBegun) async throws(SignInFault) -> String {
    let answer = try await exchanged(code, begun)
    guard let identity = answer["id_token"]?.string else { throw .unreadable("id_token") }
    try belongs(identity, to: begun)
    for token in [answer["access_token"]?.string, identity].compactMap({ $0 }) {
      guard let principal = try? await check(token) else { continue }
      guard token.utf8.count <= SignInPage.largestToken else { throw .tooLarge }
      guard !principal.roles.isEmpty else { throw .withoutRole }
      return token
    }
    throw .notAccepted
  }

  private func exchanged(_ code: String, _ begun: SignInBegun) async throws(SignInFault) -> JSON {
    var form: [(String, String?)] = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", provider.returnAddress),
      ("code_verifier", begun.verifier),
    ]
    var authorization: String?
    if let secret = provider.secret, !places.wantsSecretInForm {
      let pair = PagePath.part(provider.client) + ":" + PagePath.part(secret)
      authorization = "Basic " + Data(pair.utf8).base64EncodedString()
    } else {
      form += [("client_id", provider.client), ("client_secret", provider.secret)]
    }
    let (status, json) = try await ProviderTransport.post(places.token, form, authorization: authorization)
    guard status == 200 else { throw .notExchanged(Self.word(json?["error"]?.string) ?? "status \(status)") }
    guard let json else { throw .unreadable("token_endpoint") }
    return json
  }

  /// It came over the provider's own connection, which stands for its signature (OpenID Connect Core, 3.1.3.7); whom it is
  /// for and which sign-in it answers must be so all the same.
  private func belongs(_ token: String, to begun: SignInBegun) throws(SignInFault) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = SignInBegun.bytes(String(parts[1])), let claims = try? JSON(parsing: payload)
    else { throw .unreadable("id_token") }
    guard claims["iss"]?.string == provider.issuer else { throw .unreadable("id_token iss") }
    let audiences = claims["aud"]?.array?.compactMap(\.string) ?? [claims["aud"]?.string].compactMap { $0 }
    guard audiences.contains(provider.client) else { throw .unreadable("id_token aud") }
    guard begun.accepts(nonce: claims["nonce"]?.string) else { throw .stale }
  }

  /// A code of the provider's, fit for a log.
  static func word(_ text: String?) -> String? {
    guard let text else { return nil }
    let plain = text.prefix(64).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    return plain.isEmpty ? nil : String(plain)
  }
}
