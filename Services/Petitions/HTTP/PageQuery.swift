import FoundationEssentials
import Hummingbird
import ServiceKit

/// What every list takes: a region within the caller's, a place to go on from, and a limit.
struct PageQuery: Sendable {
  static let largest = 200

  /// Six-digit codes; a division covers those below it.
  let regions: [String]
  /// The entry of the last row of the page before.
  let after: Int64?
  let limit: Int

  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = request.uri.queryParameters
    if let region = query["region"].map(String.init) {
      guard RegionScope(region) != nil else { throw Self.invalid("region", "six digits of GB/T 2260") }
      guard principal.mayAct(in: region) else { throw Problem.regionForbidden(region) }
      regions = [region]
    } else {
      regions = principal.regions.map(\.code)
    }
    if let text = query["after"] {
      guard let entry = Int64(text) else { throw Self.invalid("after", "the `after` of the page before") }
      after = entry
    } else {
      after = nil
    }
    if let text = query["limit"] {
      guard let count = Int(text), 1...Self.largest ~= count else {
        throw Self.invalid("limit", "1 to \(Self.largest)")
      }
      limit = count
    } else {
      limit = 50
    }
  }

  static func invalid(_ name: String, _ expected: String) -> Problem {
    Problem(
      status: 422, code: "query-invalid", title: "A parameter of the query is wrong", detail: "Expected \(expected).",
      field: "query.\(name)")
  }
}
