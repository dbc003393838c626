public import Hummingbird

/// Names of headers that the HTTP library does not know by itself.
public enum HeaderNames {
  public static let requestID = name("X-Request-Id")
  static let traceParent = name("traceparent")
  public static let idempotencyKey = name("Idempotency-Key")
  static let idempotencyReplayed = name("Idempotency-Replayed")
  static let forwardedFor = name("X-Forwarded-For")

  /// The names above are tokens of RFC 9110 §5.6.2, so the fallback is never taken.
  private static func name(_ text: String) -> HTTPFields.Element.Name { HTTPFields.Element.Name(text) ?? .userAgent }
}
