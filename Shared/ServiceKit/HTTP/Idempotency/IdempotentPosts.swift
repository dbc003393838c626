public import Contracts
import Crypto
internal import FoundationEssentials
public import Hummingbird
public import Messaging

/// Runs what a POST asks for once for each `Idempotency-Key` of a caller, however often it is sent.
///
/// The answer is kept in the transaction of the effects: a caller whose connection broke sends the request again and
/// gets the answer of the first time, even when the process was killed in between. The same key with another request
/// is 422, a request under way at the same time 409. What failed is not kept: it changed nothing. Answers are kept as
/// they are, so no answer that holds an identity may come from here.
public struct IdempotentPosts: Sendable {
  private let runner: UnitOfWorkRunner
  private let retention: Duration

  /// - Parameter retention: how long answers are kept, in real time.
  public init(runner: UnitOfWorkRunner, retention: Duration = .seconds(86_400)) {
    self.runner = runner
    self.retention = retention
  }

  /// - Parameters:
  ///   - body: what the request says, as far as it decides what happens.
  ///   - work: the use case and its answer, in one transaction with the key; the caller's role was checked before.
  /// - Throws: ``Problem`` 400, 409 and 422 as above, and what the use case throws, untouched.
  public func answer(
    _ request: Request, _ context: ServiceRequestContext, body: JSON = .null,
    _ work: (UnitOfWork) async throws -> JSONResponse
  ) async throws -> JSONResponse {
    guard let key = try IdempotencyKey(request) else { return try await runner.run(work) }
    guard let principal = context.principal else { throw Problem.unauthenticated }
    let store = IdempotencyStore(caller: principal.subject, key: key.text)
    let fingerprint = Self.fingerprint(request, body)
    return try await runner.run { unit in
      if let before = try await store.claim(on: unit.connection) {
        return try Self.again(before, asking: fingerprint)
      }
      let response = try await work(unit)
      try await store.keep(response, fingerprint: fingerprint, for: retention, on: unit.connection)
      return response
    }
  }

  private static func again(
    _ before: IdempotencyStore.Answer, asking fingerprint: [UInt8]
  ) throws(Problem) -> JSONResponse {
    guard before.fingerprint == fingerprint else {
      throw Problem(
        status: 422, code: "idempotency-key-reused", title: "This key was used for another request",
        field: "header.Idempotency-Key", remedy: "Use a new key for a new request.")
    }
    var response = before.response
    response.headers[HeaderNames.idempotencyReplayed] = "true"
    return response
  }

  /// What makes a request another one: its method, its path with query, and what it says; not how it is spaced.
  private static func fingerprint(_ request: Request, _ body: JSON) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: Array("\(request.method.rawValue) \(request.uri.string)\n".utf8))
    hash.update(data: body.bytes)
    return Array(hash.finalize())
  }
}
