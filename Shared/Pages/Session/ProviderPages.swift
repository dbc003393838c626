import Contracts
import Hummingbird
import Logging
import ServiceKit

/// Signing in with the provider of one's organisation (统一身份认证): OpenID Connect's authorization code flow with PKCE.
struct ProviderPages: Sendable {
  static let path = "/pages/sign-in/provider"

  let desk: PageDesk
  let provider: OpenIDProvider
  private let directory = ProviderDirectory()

  init(desk: PageDesk, provider: OpenIDProvider) {
    self.desk = desk
    self.provider = provider
  }

  func register(on pages: RouterGroup<ServiceRequestContext>) {
    pages.get("sign-in/provider") { request, context in
      try await shown(request, context) { () throws(SignInFault) in
        try await leave(PageDesk.own(Self.query("next", request)))
      }
    }
    pages.get("sign-in/return") { request, context in
      try await shown(request, context) { () throws(SignInFault) in try await comeBack(request) }
    }
  }

  /// To the provider, with what it must bring back left in the browser.
  private func leave(_ next: String) async throws(SignInFault) -> Response {
    let places = try await directory.places(of: provider)
    let begun = SignInBegun(next: next)
    let query = PagePath.query([
      ("response_type", "code"), ("client_id", provider.client), ("redirect_uri", provider.returnAddress),
      ("scope", provider.scopes), ("state", begun.state), ("nonce", begun.nonce),
      ("code_challenge", begun.challenge), ("code_challenge_method", "S256"),
    ])
    let joint = places.authorize.contains("?") ? "&" + query.dropFirst() : query
    var response = PageDesk.redirect(to: places.authorize + joint)
    response.headers[.setCookie] = PageCookie.signIn.set(
      begun.text, isSecure: desk.settings.isSecure, seconds: SignInBegun.seconds)
    return response
  }

  private func comeBack(_ request: Request) async throws(SignInFault) -> Response {
    guard let begun = PageCookie.signIn.value(in: request).flatMap({ SignInBegun($0) }),
      begun.accepts(state: Self.query("state", request))
    else { throw .stale }
    if let issuer = Self.query("iss", request), issuer != provider.issuer { throw .unreadable("iss") }
    if let error = Self.query("error", request) { throw .refused(ProviderExchange.word(error) ?? "error") }
    guard let code = Self.query("code", request) else { throw .unreadable("code") }
    let exchange = ProviderExchange(
      provider: provider, places: try await directory.places(of: provider), check: desk.check)
    let token = try await exchange.token(for: code, begun)
    var response = desk.signedIn(token, next: begun.next)
    response.headers.append(forgotten)
    return response
  }

  /// Each sign-in is for once.
  private var forgotten: HTTPFields.Element {
    HTTPFields.Element(name: .setCookie, value: PageCookie.signIn.set("", isSecure: desk.settings.isSecure))
  }

  /// A fault is a page, and a line in the log without anything secret.
  private func shown(
    _ request: Request, _ context: ServiceRequestContext, _ way: () async throws(SignInFault) -> Response
  ) async throws -> Response {
    do {
      return try await way()
    } catch {
      let reader = PageReader(request, context)
      let problem = error.problem(reader.language)
      context.logger.warning(
        "A sign-in with the provider failed", metadata: ["code": "\(problem.code)", "detail": "\(error.detail)"])
      var response = desk.book.page(problem, for: reader)
      response.headers.append(forgotten)
      return response
    }
  }

  private static func query(_ name: String, _ request: Request) -> String? {
    request.uri.queryParameters[name[...]].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
  }
}
