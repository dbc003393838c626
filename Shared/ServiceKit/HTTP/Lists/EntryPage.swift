public import Contracts

/// A page of a list that goes by the order of entering: where it goes on from, and how long it is.
public struct EntryPage: Sendable {
  /// The most rows of a page.
  public static let largest = 200

  /// The entry of the last row of the page before.
  public let last: Int64?
  /// How many rows the caller wants, 1…200; 50 when it does not say.
  public let limit: Int
  /// The list with its filters in one fixed form.
  private let canonical: String

  /// - Parameters:
  ///   - query: allows `cursor` and `limit`.
  ///   - name: the name of the list.
  /// - Throws: ``Problem`` 422 for a limit out of range and for a cursor of another list or other filters.
  public init(_ query: QueryReader, _ name: String) throws(Problem) {
    let canonical = "\(name)?\(query.canonical(without: ["cursor", "limit", "format"]))"
    self.canonical = canonical
    limit = try query.integer("limit", in: 1...Self.largest) ?? 50
    last = try query.text("cursor").map { text throws(Problem) in
      try PageCursor(text, of: canonical, keys: 1).keys[0]
    }
  }

  /// The answer: as many rows as asked for, and where the next page begins when there are more.
  /// - Parameter rows: one more than the limit, where there are so many.
  public func response<Row>(
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
