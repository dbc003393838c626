extension Problem {
  /// 4xx: not HTTP as we speak it.
  public static func refused(status: Int = 400, detail: String? = nil) -> Problem {
    Problem(
      status: status, code: "request-refused", title: "The request cannot be understood", detail: detail,
      remedy: "Send well-formed HTTP.")
  }

  /// 401: no token.
  public static let unauthenticated = Problem(
    status: 401, code: "unauthenticated", title: "A token is needed",
    remedy: "Send the header Authorization: Bearer and a token of the configured issuer.")

  /// 401: a token that is not believed; 503 when the keys to check it with cannot be had.
  public static func invalidToken(_ error: TokenError) -> Problem {
    guard error.code != .keysUnavailable else {
      return unavailable(code: error.code.rawValue, detail: error.message)
    }
    return Problem(
      status: 401, code: "token-\(error.code.rawValue)", title: "The token is not accepted", detail: error.message,
      remedy: "Ask the issuer for a new token.")
  }

  /// 403: the caller has none of these roles.
  public static func roleMissing(_ roles: [Role]) -> Problem {
    Problem(
      status: 403, code: "role-missing", title: "The caller's role does not allow this",
      detail: "One of these roles is needed: \(roles.map(\.rawValue).sorted().joined(separator: ", ")).")
  }

  /// 403: the caller's territory does not cover the region.
  public static func regionForbidden(_ region: String) -> Problem {
    Problem(
      status: 403, code: "region-forbidden", title: "The caller may not act in this region",
      detail: "The token's regions do not cover \(RegionScope(region)?.code ?? "this region").")
  }

  /// 404: there is no such thing, or not for this caller.
  public static func notFound(_ detail: String? = nil) -> Problem {
    Problem(status: 404, code: "not-found", title: "There is no such resource", detail: detail)
  }

  /// 405: the path exists, the method does not.
  public static func methodNotAllowed(_ methods: [String]) -> Problem {
    Problem(
      status: 405, code: "method-not-allowed", title: "The resource does not know this method",
      remedy: "Use \(methods.joined(separator: ", ")).")
  }

  /// 409: what is asked does not fit the state of the resource.
  public static func conflict(code: String, detail: String, remedy: String? = nil) -> Problem {
    Problem(
      status: 409, code: code, title: "The request does not fit the state of the resource", detail: detail,
      remedy: remedy)
  }

  /// 412: the resource is not what the caller has seen.
  public static let preconditionFailed = Problem(
    status: 412, code: "precondition-failed", title: "The resource has changed since it was read",
    field: "header.If-Match", remedy: "Read it again, look at what is new, and send the request with its new ETag.")

  /// 408: the body took longer than a connection may be silent.
  public static let bodyTooSlow = Problem(
    status: 408, code: "body-too-slow", title: "The request body took too long to come",
    remedy: "Send it at once, over a connection that is not as slow.")

  /// 413: the body is larger than configured.
  public static func bodyTooLarge(limit: Int) -> Problem {
    Problem(
      status: 413, code: "body-too-large", title: "The request body is too large",
      detail: "At most \(limit) bytes are accepted.", remedy: "Send less, or attachments one by one.")
  }

  /// 415: not JSON.
  public static let mediaTypeUnsupported = Problem(
    status: 415, code: "media-type-unsupported", title: "The request body is not JSON",
    remedy: "Send application/json.")

  /// 428: the change must not be made blindly.
  public static let preconditionRequired = Problem(
    status: 428, code: "precondition-required", title: "The request must say which version it changes",
    field: "header.If-Match", remedy: "Read the resource and send its ETag as If-Match.")

  /// 429: asked too often.
  public static func tooManyRequests(_ detail: String, retryAfter: Duration) -> Problem {
    Problem(
      status: 429, code: "too-many-requests", title: "Asked too often", detail: detail,
      remedy: "Wait as long as Retry-After says.", retryAfter: retryAfter)
  }

  /// 503: nothing was kept; worth trying again.
  public static func unavailable(
    code: String = "unavailable", detail: String? = nil, retryAfter: Duration = .seconds(2)
  ) -> Problem {
    Problem(
      status: 503, code: code, title: "The service cannot answer now", detail: detail,
      remedy: "Nothing was kept. Send the request again later.", retryAfter: retryAfter)
  }

  /// 500: our mistake; what it was is in the log under the request's id, not in the answer.
  public static let `internal` = Problem(
    status: 500, code: "internal", title: "The service made a mistake",
    remedy: "Tell the operator the request id; the reason is in the log.")
}
