public import Contracts
public import Hummingbird

extension Request {
  /// The body as JSON.
  /// - Throws: ``Problem`` 415 for another media type and 413 for a body over the limit; `ContractViolation` for one
  ///   that is no JSON, which becomes 400.
  public func json(_ context: ServiceRequestContext) async throws -> JSON {
    guard Self.isJSON(headers[.contentType]) else { throw Problem.mediaTypeUnsupported }
    let bytes = try await bytes(context)
    do throws(JSONError) {
      return try JSON(parsing: bytes, limits: JSONLimits(maximumBytes: context.maximumBody))
    } catch {
      throw ContractViolation(error, field: "body")
    }
  }

  /// The body as a value with one form in JSON.
  /// - Throws: as ``json(_:)``, and `ContractViolation` for JSON that is not such a value, which becomes 422.
  public func json<Value: JSONConvertible>(
    _ context: ServiceRequestContext, as type: Value.Type = Value.self
  ) async throws -> Value {
    let json = try await json(context)
    return try Self.value(of: json)
  }

  /// Apart and never inlined: with the typed error converted inside the asynchronous function, the optimiser of
  /// Swift 6.3.1 crashes while it splits the caller's coroutine.
  @inline(never)
  private static func value<Value: JSONConvertible>(of json: JSON) throws -> Value {
    try Value(json: json, path: "body")
  }

  /// The body as it came.
  /// - Throws: ``Problem`` 413 for a body over the limit, 408 for one that takes too long.
  public func bytes(_ context: ServiceRequestContext) async throws -> [UInt8] {
    try await Self.collect(body, limit: context.maximumBody, patience: context.patience)
  }

  /// Counts while it reads, since a body in chunks does not say its length beforehand. A connection that falls silent is
  /// closed by the server; here ends one that never falls silent for long.
  static func collect(
    _ parts: some AsyncSequence<ByteBuffer, any Error>, limit: Int, patience: Duration
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    let deadline = ContinuousClock.now + patience
    for try await part in parts {
      guard .now < deadline else { throw Problem.bodyTooSlow }
      guard bytes.count + part.readableBytes <= limit else { throw Problem.bodyTooLarge(limit: limit) }
      bytes += part.readableBytesView
    }
    return bytes
  }

  /// `application/json` and `application/…+json`, with any parameters.
  private static func isJSON(_ contentType: String?) -> Bool {
    guard let type = contentType?.lowercased().prefix(while: { $0 != ";" && $0 != " " }) else { return false }
    return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
  }
}
