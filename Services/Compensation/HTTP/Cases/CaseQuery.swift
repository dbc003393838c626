import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// The parameters of a list of cases.
struct CaseQuery: Sendable {
  private static let names: Set<String> = [
    "region", "status", "clueSource", "department", "subject", "number", "penaltyNumber", "petitionId", "keyCase",
    "overdue", "dual", "suspended", "noObligor", "openedFrom", "openedBefore", "dueBefore", "sort", "cursor", "limit",
    "format",
  ]

  let filter: CaseFilter
  /// Filters and order in one fixed form.
  let canonical: String

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: Self.names)
    var filter = CaseFilter(regions: try query.regions(for: principal))
    filter.statuses = try query.codes("status")
    filter.sources = try query.codes("clueSource")
    filter.department = query.text("department")
    filter.subject = query.text("subject")
    filter.number = query.text("number")
    filter.penaltyNumber = query.text("penaltyNumber")
    if let text = query.text("petitionId") {
      guard let id = UUID(text: text) else { throw QueryReader.invalid("petitionId", "a UUID") }
      filter.petitionId = id
    }
    filter.keyLevel = try query.code("keyCase")
    filter.isOverdue = try query.flag("overdue")
    filter.isDual = try query.flag("dual")
    filter.isSuspended = try query.flag("suspended")
    filter.hasNoObligor = try query.flag("noObligor")
    filter.openedFrom = try query.instant("openedFrom")
    filter.openedBefore = try query.instant("openedBefore")
    filter.dueBefore = try query.instant("dueBefore")
    // Who asks for what is due wants to see what is due first.
    filter.order = try query.code("sort") ?? (filter.dueBefore == nil ? .newest : .due)
    filter.limit = try query.integer("limit", in: 1...ListCases.largestPage) ?? 50
    canonical = "cases?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") {
      let keys = try PageCursor(text, of: canonical, keys: 2).keys
      filter.after = CaseMark(instant: PageCursor.instant(keys[0]), entry: keys[1])
    }
    self.filter = filter
  }

  /// The text of a place in this list.
  func cursor(_ mark: CaseMark) -> String {
    PageCursor([PageCursor.key(mark.instant), mark.entry]).text(of: canonical)
  }
}
