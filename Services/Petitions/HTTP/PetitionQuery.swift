import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// The parameters of a list of petitions.
struct PetitionQuery: Sendable {
  private static let names: Set<String> = [
    "region", "status", "channel", "category", "unit", "subject", "number", "receivedFrom", "receivedBefore", "dueFrom",
    "dueBefore", "overdue", "supervised", "secret", "sort", "cursor", "limit", "format",
  ]

  let filter: PetitionFilter
  /// Filters and order in one fixed form.
  let canonical: String

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: Self.names)
    var filter = PetitionFilter(regions: try query.regions(for: principal))
    filter.statuses = try query.codes("status")
    filter.channels = try query.codes("channel")
    filter.categories = try query.codes("category")
    filter.unit = query.text("unit")
    filter.subject = query.text("subject")
    if let written = query.text("number") {
      guard let front = PetitionNumberFront(written) else {
        throw QueryReader.invalid("number", "a petition number, or its front from the third letter on: 2024-360483-7K3")
      }
      filter.number = front
    }
    filter.receivedFrom = try query.instant("receivedFrom")
    filter.receivedBefore = try query.instant("receivedBefore")
    filter.dueFrom = try query.instant("dueFrom")
    filter.dueBefore = try query.instant("dueBefore")
    filter.isOverdue = try query.flag("overdue")
    filter.isSupervised = try query.flag("supervised")
    filter.isSecret = try query.flag("secret")
    // Who asks for what is due wants to see what is due first.
    let standard: PetitionOrder = filter.dueFrom == nil && filter.dueBefore == nil ? .newest : .due
    filter.order = try query.code("sort") ?? standard
    filter.limit = try query.integer("limit", in: 1...ListPetitions.largestPage) ?? 50
    canonical = "petitions?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") {
      let keys = try PageCursor(text, of: canonical, keys: 2).keys
      filter.after = PetitionMark(instant: PageCursor.instant(keys[0]), entry: keys[1])
    }
    self.filter = filter
  }

  /// The text of a place in this list.
  func cursor(_ mark: PetitionMark) -> String {
    PageCursor([PageCursor.key(mark.instant), mark.entry]).text(of: canonical)
  }
}
