public import Hummingbird

/// Puts the verified caller into the context of a request.
///
/// Put it on the group of routes that needs callers. A request without a token gets 401 here, so that a handler that
/// forgets to ask for a role is still not open to the world.
public struct AuthenticationMiddleware: RouterMiddleware {
  public typealias Context = ServiceRequestContext

  private let verifier: TokenVerifier
  private let isRequired: Bool

  /// - Parameter isRequired: false lets a request without a token pass as nobody; one with a bad token never passes.
  public init(_ verifier: TokenVerifier, isRequired: Bool = true) {
    self.verifier = verifier
    self.isRequired = isRequired
  }

  @concurrent
  public func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let header = request.headers[.authorization] else {
      guard !isRequired else { throw Problem.unauthenticated }
      return try await next(request, context)
    }
    let parts = header.split(separator: " ", omittingEmptySubsequences: true)
    // The scheme's name has no case (RFC 9110 §11.1).
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw Problem.invalidToken(TokenError(.malformed, "The Authorization header is not \"Bearer\" and a token."))
    }
    var context = context
    context.principal = try await principal(String(parts[1]))
    return try await next(request, context)
  }

  private func principal(_ token: String) async throws(Problem) -> Principal {
    do throws(TokenError) {
      return try await verifier.verify(token)
    } catch {
      throw .invalidToken(error)
    }
  }
}
