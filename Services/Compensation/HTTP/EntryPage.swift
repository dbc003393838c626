import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit

/// A page of a list that goes by the order of entering: where it goes on from, and how long it is.
struct EntryPage: Sendable {
  static let largest = 200

  /// The entry of the last row of the page before.
  let last: Int64?
  let limit: Int
  /// The list with its filters in one fixed form.
  private let canonical: String

  /// - Parameter query: allows `cursor` and `limit`.
  init(_ query: QueryReader, _ name: String) throws(Problem) {
    let canonical = "\(name)?\(query.canonical(without: ["cursor", "limit", "format"]))"
    self.canonical = canonical
    limit = try query.integer("limit", in: 1...Self.largest) ?? 50
    last = try query.text("cursor").map { text throws(Problem) in
      try PageCursor(text, of: canonical, keys: 1).keys[0]
    }
  }

  /// The answer: as many rows as asked for, and where the next page begins when there are more.
  /// - Parameter rows: one more than the limit, where there are so many.
  func response<Row>(
    _ name: String, _ rows: [Row], entry: (Row) -> Int64, view: (Row) -> JSON
  ) -> JSONResponse {
    let shown = rows.prefix(limit)
    var object = JSONObject()
    object.set(name, .array(shown.map(view)))
    if rows.count > limit, let last = shown.last {
      object.set("next", PageCursor([entry(last)]).text(of: canonical))
    }
    return JSONResponse(.object(object))
  }
}
