import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// The parameters of a list of facts.
struct FactQuery: Sendable {
  private static let names: Set<String> = [
    "region", "subject", "origin", "code", "source", "penaltyNumber", "establishedFrom", "establishedBefore", "sort",
    "cursor", "limit", "format",
  ]

  /// The orders, by the names of the query.
  private enum Order: String, CaseIterable {
    case newest = "-established"
    case oldest = "established"
  }

  let filter: FactFilter
  /// Filters and order in one fixed form.
  let canonical: String

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: Self.names)
    var filter = FactFilter(regions: try query.regions(for: principal))
    if let subject = query.text("subject") {
      guard (try? SubjectKey(subject)) != nil else {
        throw QueryReader.invalid("subject", "uscc: and a code, or site:, a region and a slug")
      }
      filter.subject = subject
    }
    filter.origins = try query.codes("origin")
    filter.code = query.text("code").map(FactCode.normal)
    filter.source = query.text("source")
    filter.penaltyNumber = query.text("penaltyNumber")
    filter.establishedFrom = try query.instant("establishedFrom")
    filter.establishedBefore = try query.instant("establishedBefore")
    filter.isNewestFirst = try query.code("sort", as: Order.self) != .oldest
    filter.limit = try query.integer("limit", in: 1...ListFacts.largestPage) ?? 50
    canonical = "facts?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") { filter.after = try ListMark(text, of: canonical) }
    self.filter = filter
  }
}
