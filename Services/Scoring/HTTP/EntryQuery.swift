import Civics
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// The parameters of a list in the order of its entries: regions within the caller's, a place to go on from, a limit.
struct EntryQuery: Sendable {
  let reader: QueryReader
  let place: EntryPlace
  /// The list with its filters in one fixed form.
  private let canonical: String

  /// - Parameters:
  ///   - list: the name of the list.
  ///   - names: its filters.
  init(_ request: Request, _ principal: Principal, list: String, filters names: Set<String>) throws(Problem) {
    let reader = try QueryReader(
      request, allowing: names.union(["region", "cursor", "limit", "format"]))
    canonical = "\(list)?\(reader.canonical(without: ["cursor", "limit", "format"]))"
    var place = EntryPlace(regions: try reader.regions(for: principal))
    place.limit = try reader.integer("limit", in: 1...EntryPlace.largestPage) ?? place.limit
    if let text = reader.text("cursor") { place.after = try PageCursor(text, of: canonical, keys: 1).keys[0] }
    self.place = place
    self.reader = reader
  }

  /// The text of a place in this list.
  func cursor(_ entry: Int64) -> String { PageCursor([entry]).text(of: canonical) }
}
