import FoundationEssentials
import Hummingbird
import ServiceKit

/// What every list of the bureau takes: a region within the caller's, a place to go on from, a limit, and filters of its
/// own.
struct PageQuery: Sendable {
  static let largest = 200

  /// Six-digit codes; a division covers those below it.
  let regions: [String]
  let limit: Int
  /// The list's own filters.
  let filters: QueryReader
  /// The keys of the last line of the page before; nil for the first page.
  let mark: [Int64]?
  private let canonical: String

  /// - Parameters:
  ///   - list: its name; a cursor belongs to it and to the filters.
  ///   - names: the filters that it knows.
  ///   - keys: by how many keys it is ordered.
  /// - Throws: `Problem` 422 with the parameter that is wrong, 403 for a region that is not the caller's.
  init(
    _ request: Request, _ principal: Principal, of list: String, filters names: Set<String> = [], keys: Int = 1
  ) throws(Problem) {
    let query = try QueryReader(request, allowing: names.union(["region", "cursor", "limit"]))
    regions = try query.regions(for: principal)
    limit = try query.integer("limit", in: 1...Self.largest) ?? 50
    filters = query
    let canonical = "\(list)?\(query.canonical(without: ["cursor", "limit"]))"
    mark = try query.text("cursor").map { text throws(Problem) in
      try PageCursor(text, of: canonical, keys: keys).keys
    }
    self.canonical = canonical
  }

  /// The entry of the last line of the page before, in lists by entry.
  var after: Int64? { mark?.first }

  /// Where the next page begins, as `next` of an answer.
  /// - Returns: nil behind a page that was not full: it is the last.
  func next(_ shown: Int, after keys: Int64?...) -> String? {
    let known = keys.compactMap { $0 }
    guard shown >= limit, known.count == keys.count else { return nil }
    return PageCursor(known).text(of: canonical)
  }
}
