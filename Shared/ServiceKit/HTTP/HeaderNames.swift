import Hummingbird

/// Names of headers that the HTTP library does not know by itself.
enum HeaderNames {
  static let requestID = name("X-Request-Id")
  static let traceParent = name("traceparent")
  static let idempotencyKey = name("Idempotency-Key")
  static let idempotencyReplayed = name("Idempotency-Replayed")
  static let forwardedFor = name("X-Forwarded-For")

  /// The names above are tokens of RFC 9110 §5.6.2, so the fallback is never taken.
  private static func name(_ text: String) -> HTTPFields.Element.Name { HTTPFields.Element.Name(text) ?? .userAgent }
}
