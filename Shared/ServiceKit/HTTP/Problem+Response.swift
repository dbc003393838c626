import Contracts
public import Hummingbird

extension Problem {
  /// The media type of RFC 9457.
  public static let mediaType = "application/problem+json"

  /// The body of the answer.
  /// - Parameter instance: the id of the request, under which the log has more.
  func json(instance: String) -> JSON {
    var object = JSONObject()
    object.set("type", "urn:ecoredress:problem:\(code)")
    object.set("title", title)
    object.set("status", status)
    object.set("code", code)
    object.set("detail", detail)
    object.set("field", field)
    object.set("remedy", remedy)
    object.set("instance", "urn:ecoredress:request:\(instance)")
    object.set("requestId", instance)
    return .object(object)
  }

  /// The answer.
  public func response(instance: String) -> Response {
    var response = JSONResponse(json(instance: instance), status: .init(code: status)).response
    response.headers[.contentType] = Self.mediaType
    // RFC 9110 §11.6.1 and RFC 6750 §3: a 401 says how to authenticate.
    if status == 401 {
      response.headers[.wwwAuthenticate] =
        self == .unauthenticated ? "Bearer" : #"Bearer error="invalid_token""#
    }
    response.headers[.retryAfter] = retryAfterSeconds.map(String.init)
    return response
  }

  /// ``retryAfter`` as `Retry-After` has it: whole seconds, at least one, never early.
  public var retryAfterSeconds: Int64? {
    retryAfter.map { wait in
      let (seconds, attoseconds) = wait.components
      return max(1, seconds + (attoseconds > 0 ? 1 : 0))
    }
  }
}
