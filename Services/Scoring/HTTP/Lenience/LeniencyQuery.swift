import Contracts
import Hummingbird
import ServiceKit

/// The parameters of a list of assessments.
struct LeniencyQuery: Sendable {
  private static let names: Set<String> = [
    "region", "subject", "penaltyNumber", "verdict", "decided", "cursor", "limit", "format",
  ]

  let filter: LeniencyFilter
  private let canonical: String

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: Self.names)
    var filter = LeniencyFilter(regions: try query.regions(for: principal))
    filter.subject = query.text("subject")
    filter.penaltyNumber = query.text("penaltyNumber")
    filter.verdict = try query.code("verdict")
    filter.isDecided = try query.flag("decided")
    filter.limit = try query.integer("limit", in: 1...ListAssessments.largestPage) ?? 50
    canonical = "leniency-assessments?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") { filter.before = try PageCursor(text, of: canonical, keys: 1).keys[0] }
    self.filter = filter
  }

  /// The text of a place in this list.
  func cursor(_ entry: Int64) -> String { PageCursor([entry]).text(of: canonical) }
}
