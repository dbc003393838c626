public import Hummingbird
import Synchronization

/// The finished router of a service, for routes that ask other routes of the same service.
final class InnerRouter: Sendable {
  private let responder = Mutex<RouterResponder<ServiceRequestContext>?>(nil)

  /// Takes the finished router.
  func fill(_ responder: RouterResponder<ServiceRequestContext>) {
    self.responder.withLock { $0 = responder }
  }

  func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
    guard let responder = responder.withLock({ $0 }) else { throw Problem.notFound("There is nothing at this path.") }
    return try await responder.respond(to: request, context: context)
  }
}

extension ServiceRequestContext {
  /// What another route of this service answers, with all that stands before it: token, roles, limits, access log. So a
  /// page can do what the API does, and nothing else.
  public func answer(to request: Request) async throws -> Response {
    guard let inner else { throw Problem.notFound("There is nothing at this path.") }
    var context = self
    context.principal = nil
    context.coreContext.endpointPath = EndpointPath()
    context.coreContext.parameters = Parameters()
    return try await inner.answer(request, context)
  }
}
