public import Contracts
public import Hummingbird
public import ServiceKit

/// The pages of a service as routes: those for everybody, and those for whoever is signed in.
public struct PageRoutes {
  let desk: PageDesk
  /// For everybody.
  public let everybody: RouterGroup<ServiceRequestContext>

  /// A page for whoever is signed in; who is not is led to sign in first.
  /// - Parameter path: below `/pages`, with parts in braces.
  public func get(_ path: String, _ page: @escaping @Sendable (PageVisit) async throws -> Response) {
    let desk = desk
    everybody.get(RouterPath(path)) { request, context in
      try await Self.visited(desk, request, context, page)
    }
  }

  /// What a form of a page sends; only from a page of the same session.
  public func post(
    _ path: String, _ action: @escaping @Sendable (PageVisit, URLForm) async throws -> Response
  ) {
    let desk = desk
    everybody.post(RouterPath(path)) { request, context in
      try await Self.visited(desk, request, context) { visit in
        let form = try await request.form(context, for: visit.reader)
        guard visit.reader.session?.accepts(seal: form["_seal"]) == true, Self.isOwn(request) else {
          throw PageDesk.unsealed(visit.reader)
        }
        return try await action(visit, form)
      }
    }
  }

  private static func visited(
    _ desk: PageDesk, _ request: Request, _ context: ServiceRequestContext,
    _ page: @Sendable (PageVisit) async throws -> Response
  ) async throws -> Response {
    let reader = PageReader(request, context)
    guard let principal = reader.principal else { return toSignIn(request) }
    let visit = PageVisit(reader: reader, principal: principal, request: request, context: context, desk: desk)
    do {
      return try await page(visit)
    } catch let problem as Problem where problem.status == 401 {
      // The token expired between the look at it and the API's.
      return toSignIn(request)
    }
  }

  private static func toSignIn(_ request: Request) -> Response {
    let next = request.method == .get ? request.uri.string : nil
    return PageDesk.redirect(to: SignInPage.path + PagePath.query([("next", next)]))
  }

  /// Browsers say whether a page of another site made them send it.
  private static func isOwn(_ request: Request) -> Bool {
    guard let name = HTTPFields.Element.Name("Sec-Fetch-Site"), let site = request.headers[name] else { return true }
    return site == "same-origin" || site == "none"
  }
}
