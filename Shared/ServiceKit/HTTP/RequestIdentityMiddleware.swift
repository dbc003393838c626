import Contracts
import Hummingbird
import Logging

/// Gives each request its id, and the answer too.
///
/// An `X-Request-Id` of the caller is kept when it is harmless, so that one id follows a request through a proxy.
struct RequestIdentityMiddleware: RouterMiddleware {
  typealias Context = ServiceRequestContext

  let maximumBody: Int
  let patience: Duration
  var trustedProxies = 0
  var inner: InnerRouter?

  @concurrent
  func handle(
    _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.inner = inner
    context.maximumBody = maximumBody
    context.patience = patience
    context.clientAddress = ForwardedAddress.client(
      of: context.clientAddress, forwarded: request.headers[values: HeaderNames.forwardedFor],
      trustedProxies: trustedProxies)
    context.requestID = Self.accepted(request.headers[HeaderNames.requestID]) ?? TraceParent.newTraceID()
    context.logger[metadataKey: "request"] = "\(context.requestID)"
    var response = try await next(request, context)
    response.headers[HeaderNames.requestID] = context.requestID
    return response
  }

  /// An id of letters, digits, `-`, `_` and `.`, at most 64 long: it goes into logs and headers.
  private static func accepted(_ id: String?) -> String? {
    guard let id, (1...64).contains(id.utf8.count) else { return nil }
    let isHarmless = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        return true
      default: return false
      }
    }
    return isHarmless ? id : nil
  }
}
