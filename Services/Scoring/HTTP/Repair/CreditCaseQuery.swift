import Contracts
import Hummingbird
import ServiceKit

/// The parameters of a list of cases about credit.
struct CreditCaseQuery: Sendable {
  private static let names: Set<String> = [
    "region", "subject", "kind", "status", "overdue", "dueBefore", "cursor", "limit", "format",
  ]

  let filter: CreditCaseFilter
  private let canonical: String

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: Self.names)
    var filter = CreditCaseFilter(regions: try query.regions(for: principal))
    filter.subject = query.text("subject")
    filter.kinds = try query.codes("kind")
    filter.statuses = try query.codes("status")
    filter.isOverdue = try query.flag("overdue")
    filter.dueBefore = try query.instant("dueBefore")
    filter.limit = try query.integer("limit", in: 1...ListCreditCases.largestPage) ?? 50
    canonical = "credit-cases?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") { filter.before = try PageCursor(text, of: canonical, keys: 1).keys[0] }
    self.filter = filter
  }

  /// The text of a place in this list.
  func cursor(_ entry: Int64) -> String { PageCursor([entry]).text(of: canonical) }
}
