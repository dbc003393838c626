import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// The parameters of a list of messages.
struct MessageQuery: Sendable {
  private static let names: Set<String> = [
    "region", "status", "audience", "channel", "urgency", "template", "subject", "petitionId", "addressee",
    "documentNumber", "acknowledged", "from", "before", "cursor", "limit", "format",
  ]

  let filter: MessageFilter
  /// Filters in one fixed form.
  let canonical: String

  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(_ request: Request, _ principal: Principal) throws(Problem) {
    let query = try QueryReader(request, allowing: Self.names)
    var filter = MessageFilter(regions: try query.regions(for: principal))
    filter.statuses = try query.codes("status")
    filter.audiences = try query.codes("audience")
    filter.channels = try query.codes("channel")
    filter.urgencies = try query.codes("urgency")
    filter.template = query.text("template")
    filter.subject = query.text("subject")
    if let text = query.text("petitionId") {
      guard let id = UUID(text: text) else { throw QueryReader.invalid("petitionId", "a UUID") }
      filter.petitionId = id
    }
    filter.addressee = query.text("addressee")
    filter.documentNumber = query.text("documentNumber")
    filter.isAcknowledged = try query.flag("acknowledged")
    filter.from = try query.instant("from")
    filter.before = try query.instant("before")
    filter.limit = try query.integer("limit", in: 1...ListMessages.largestPage) ?? 50
    canonical = "messages?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") { filter.after = try PageCursor(text, of: canonical, keys: 1).keys[0] }
    self.filter = filter
  }

  /// The text of a place in this list.
  func cursor(_ ordinal: Int64) -> String { PageCursor([ordinal]).text(of: canonical) }
}
