import Contracts
import Hummingbird
import ServiceKit

/// The parameters of a list of assessments.
struct LeniencyQuery: Sendable {
  private static let filters: Set<String> = ["subject", "penaltyNumber", "verdict", "decided"]

  let filter: LeniencyFilter
  private let entries: EntryQuery

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    entries = try EntryQuery(request, principal, list: "leniency-assessments", filters: Self.filters)
    var filter = LeniencyFilter(regions: entries.place.regions)
    filter.subject = entries.reader.text("subject")
    filter.penaltyNumber = entries.reader.text("penaltyNumber")
    filter.verdict = try entries.reader.code("verdict")
    filter.isDecided = try entries.reader.flag("decided")
    filter.limit = entries.place.limit
    if entries.place.after > 0 { filter.before = entries.place.after }
    self.filter = filter
  }

  /// The text of a place in this list.
  func cursor(_ entry: Int64) -> String { entries.cursor(entry) }
}
