import FoundationEssentials
import Hummingbird
import ServiceKit

/// The query of a list that goes by the order of entry, the latest first.
struct EntryQuery: Sendable {
  static let largestPage = 200

  let query: QueryReader
  /// The entry of the last row of the page before.
  let before: Int64?
  let limit: Int
  private let canonical: String

  /// - Parameters:
  ///   - list: the list's name.
  ///   - names: its filters.
  /// - Throws: `Problem` 422 with the parameter that is wrong.
  init(_ request: Request, of list: String, allowing names: Set<String>) throws(Problem) {
    query = try QueryReader(request, allowing: names.union(["cursor", "limit", "format"]))
    limit = try query.integer("limit", in: 1...Self.largestPage) ?? 50
    canonical = "\(list)?\(query.canonical(without: ["cursor", "limit", "format"]))"
    if let text = query.text("cursor") {
      before = try PageCursor(text, of: canonical, keys: 1).keys[0]
    } else {
      before = nil
    }
  }

  /// Where the next page goes on; nil after the last one.
  func next(_ entries: [Int64]) -> String? {
    guard entries.count >= limit, let last = entries.last else { return nil }
    return PageCursor([last]).text(of: canonical)
  }
}
