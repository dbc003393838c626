import AsyncHTTPClient
import Contracts
import NIOCore
import NIOHTTP1

/// Asks another service how it stands, as whoever reads the page; never waits long.
struct StatusFetch: Sendable {
  private static let patience = TimeAmount.seconds(2)
  private static let largest = 1 << 18

  let token: String
  let requestID: String

  /// - Parameter address: of the service, without a slash at its end.
  /// - Returns: what it said; or the status that it refused with, nil when nothing that can be read came.
  func read(_ address: String) async -> (status: JSON?, refusal: Int?) {
    var request = HTTPClientRequest(url: address + "/operator/status")
    request.headers.add(name: "Authorization", value: "Bearer \(token)")
    request.headers.add(name: "X-Request-Id", value: requestID)
    guard let response = try? await HTTPClient.shared.execute(request, timeout: Self.patience),
      let body = try? await response.body.collect(upTo: Self.largest)
    else { return (nil, nil) }
    guard response.status == .ok else { return (nil, Int(response.status.code)) }
    return (try? JSON(parsing: Array(buffer: body)), nil)
  }
}
