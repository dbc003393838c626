internal import FoundationEssentials
import Hummingbird
import Postgres

/// The answers kept for one key of one caller.
struct IdempotencyStore {
  struct Answer {
    let fingerprint: [UInt8]
    let response: JSONResponse
  }

  let caller: String
  let key: String

  /// Takes the key for this transaction.
  /// - Returns: the answer given before; nil the first time.
  /// - Throws: ``Problem`` 409 when another transaction has the key.
  func claim(on connection: PostgresConnection) async throws -> Answer? {
    // Two statements, in this order: the second must see what the holder of the lock before has committed.
    let results = try await connection.pipeline([
      """
      select pg_try_advisory_xact_lock(
        hashtextextended(concat_ws(chr(31), current_schema(), 'idempotency', \(caller), \(key)), 0))
      """,
      """
      select fingerprint, status, location, etag, body from idempotency_key
      where caller = \(caller) and key = \(key) and expires_at > now()
      """,
    ])
    guard results.count == 2, try results[0].rows(as: Bool.self).first == true else { throw Self.underWay }
    return try results[1].rows(as: ([UInt8], Int, String?, String?, [UInt8]).self).first.map { row in
      var headers: HTTPFields = [:]
      headers[.location] = row.2
      headers[.eTag] = row.3
      return Answer(
        fingerprint: row.0,
        response: JSONResponse(bytes: row.4, status: HTTPResponse.Status(code: row.1), headers: headers))
    }
  }

  /// Keeps the answer, in place of one whose time is over.
  func keep(
    _ response: JSONResponse, fingerprint: [UInt8], for retention: Duration, on connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      """
      insert into idempotency_key (caller, key, fingerprint, status, location, etag, body, expires_at)
      values (\(caller), \(key), \(fingerprint), \(Int32(response.status.code)),
        nullif(\(response.headers[.location] ?? ""), ''), nullif(\(response.headers[.eTag] ?? ""), ''),
        \(response.body), now() + make_interval(secs => \(retention / .seconds(1))))
      on conflict (caller, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
        location = excluded.location, etag = excluded.etag, body = excluded.body, expires_at = excluded.expires_at
      """)
  }

  private static let underWay = Problem(
    status: 409, code: "request-under-way", title: "The request with this key is under way",
    field: "header.Idempotency-Key", remedy: "Send it again later; it then gets the answer of the first.",
    retryAfter: .seconds(1))
}
