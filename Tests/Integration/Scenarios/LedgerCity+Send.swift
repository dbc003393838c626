import Contracts
import Foundation
import Support
import Testing

extension LedgerCity {
  /// What staff send to a path, whatever is answered.
  func send(_ path: String, _ body: JSON, as role: String = "clerk") async throws -> (status: Int, body: JSON) {
    let text = String(decoding: body.bytes, as: UTF8.self)
    let answer = try #require(
      await scoring.post(path, text, token: try await city.token(role, region: region)), "\(scoring.lastWords)")
    return (answer.status, try JSON(parsing: Array(answer.body.utf8), limits: JSONLimits(maximumBytes: 1 << 20)))
  }
}
