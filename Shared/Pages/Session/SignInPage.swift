import Contracts
import Hummingbird
import ServiceKit

/// Where people sign in (登录) and out: by name and password of the local stack, or with a token as programs have it.
struct SignInPage: Sendable {
  static let path = "/pages/sign-in"
  static let title = PageText("登录", "Sign in")
  /// Browsers keep no larger cookie.
  static let largestToken = 3800

  let desk: PageDesk

  func register(on pages: RouterGroup<ServiceRequestContext>) {
    if let provider = desk.settings.provider { ProviderPages(desk: desk, provider: provider).register(on: pages) }
    pages.get("sign-in") { request, context in
      show([:], next: request.uri.queryParameters["next"].map(String.init), for: PageReader(request, context))
    }
    pages.post("sign-in") { request, context in
      let reader = PageReader(request, context)
      let form = try await request.form(context, for: reader)
      guard let token = token(in: form), token.utf8.count <= Self.largestToken, (try? await desk.check(token)) != nil
      else {
        let refusal = PageText(
          "无法登录：名称、密码或令牌不正确，或令牌已过期。",
          "You are not signed in: name, password or token is wrong, or the token has expired.")
        return show(
          ["refusal": refusal[reader.language], "name": String((form["name"] ?? "").prefix(64))], next: form["next"],
          for: reader, status: .unauthorized)
      }
      return desk.signedIn(token, next: form["next"])
    }
    pages.post("sign-out") { request, context in
      let reader = PageReader(request, context)
      let form = try await request.form(context, for: reader)
      if let session = reader.session, !session.accepts(seal: form["_seal"]) { throw PageDesk.unsealed(reader) }
      var response = PageDesk.redirect(to: Self.path)
      response.headers[.setCookie] = PageCookie.session.set("", isSecure: desk.settings.isSecure)
      return response
    }
  }

  private func token(in form: URLForm) -> String? {
    if let token = form["token"], !token.isEmpty { return token.filter { !$0.isWhitespace } }
    guard let name = form["name"], let password = form["password"] else { return nil }
    return desk.settings.localLogins?.token(name: name, password: password)
  }

  private func show(
    _ values: [String: any Sendable], next: String?, for reader: PageReader, status: HTTPResponse.Status = .ok
  ) -> Response {
    var own: [String: any Sendable] = [
      "next": PageDesk.own(next), "hasLogins": desk.settings.localLogins != nil,
    ]
    if desk.settings.provider != nil {
      own["provider"] = ProviderPages.path + PagePath.query([("next", PageDesk.own(next))])
    }
    return desk.book.page(
      "sign-in", Self.title, values.merging(own) { given, _ in given }, for: reader, status: status)
  }
}
