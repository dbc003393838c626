import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One GET with a time limit and a size limit, for the key set and the health check.
enum HTTPFetch {
  /// - Throws: what the HTTP client throws: no connection, the time over, a body too large.
  static func get(
    _ url: String, timeout: Duration, maximumBytes: Int
  ) async throws -> (status: Int, body: [UInt8]) {
    let (seconds, attoseconds) = timeout.components
    let amount = TimeAmount.nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: url), timeout: amount)
    let body = try await response.body.collect(upTo: maximumBytes)
    return (Int(response.status.code), Array(buffer: body))
  }
}
