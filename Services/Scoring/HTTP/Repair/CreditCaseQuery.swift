import Contracts
import Hummingbird
import ServiceKit

/// The parameters of a list of cases about credit.
struct CreditCaseQuery: Sendable {
  private static let filters: Set<String> = ["subject", "kind", "status", "overdue", "dueBefore"]

  let filter: CreditCaseFilter
  private let entries: EntryQuery

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    entries = try EntryQuery(request, principal, list: "credit-cases", filters: Self.filters)
    var filter = CreditCaseFilter(regions: entries.place.regions)
    filter.subject = entries.reader.text("subject")
    filter.kinds = try entries.reader.codes("kind")
    filter.statuses = try entries.reader.codes("status")
    filter.isOverdue = try entries.reader.flag("overdue")
    filter.dueBefore = try entries.reader.instant("dueBefore")
    filter.limit = entries.place.limit
    if entries.place.after > 0 { filter.before = entries.place.after }
    self.filter = filter
  }

  /// The text of a place in this list.
  func cursor(_ entry: Int64) -> String { entries.cursor(entry) }
}
