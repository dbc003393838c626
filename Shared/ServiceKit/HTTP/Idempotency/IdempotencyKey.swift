public import Hummingbird

/// The `Idempotency-Key` of a request: a text of the caller's own, the same when the request is sent again.
public struct IdempotencyKey: Sendable, Hashable {
  /// The longest key, in bytes.
  static let limit = 128

  /// The key without quotes: it may be sent as a quoted string or bare.
  public let text: String

  /// - Returns: nil for a request without the header.
  /// - Throws: ``Problem`` 400 for one that is no key.
  public init?(_ request: Request) throws(Problem) {
    let values = request.headers[values: HeaderNames.idempotencyKey]
    guard let first = values.first else { return nil }
    var bytes = Array(first.utf8)[...]
    let quote = UInt8(ascii: "\"")
    if bytes.count >= 2, bytes.first == quote, bytes.last == quote { bytes = bytes.dropFirst().dropLast() }
    guard values.count == 1, (1...Self.limit).contains(bytes.count),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != quote })
    else { throw Self.malformed }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The key of a request that must have one.
  /// - Throws: ``Problem`` 422 without the header, 400 for one that is no key.
  public static func required(_ request: Request) throws(Problem) -> IdempotencyKey {
    guard let key = try IdempotencyKey(request) else {
      throw Problem(
        status: 422, code: "idempotency-key-missing", title: "The request needs an Idempotency-Key",
        field: "header.Idempotency-Key",
        remedy: "Send a key of your own, and the same one when you send the request again.")
    }
    return key
  }

  private static let malformed = Problem(
    status: 400, code: "idempotency-key-malformed", title: "The header holds no key",
    detail: "One header of 1 to \(limit) visible ASCII characters is expected.", field: "header.Idempotency-Key",
    remedy: "Send a UUID, for instance.")
}
