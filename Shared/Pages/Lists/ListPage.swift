/// A list of the API as a page: filters above, a table, the next page by cursor, and all of it as CSV.
public struct ListPage: Sendable {
  /// Below `/pages`.
  public let path: String
  public let title: PageText
  /// The route of the API.
  public let source: String
  /// The name of its rows in the answer.
  public let rows: String
  public let filters: [ListFilter]
  public let columns: [ListColumn]
  /// What can be done beside the list.
  public let actions: [PageAction]

  public init(
    _ path: String, _ title: PageText, source: String, rows: String, filters: [ListFilter] = [],
    columns: [ListColumn], actions: [PageAction] = []
  ) {
    self.path = path
    self.title = title
    self.source = source
    self.rows = rows
    self.filters = filters
    self.columns = columns
    self.actions = actions
  }
}

extension PageRoutes {
  /// Adds the pages of lists.
  public func lists(_ lists: [ListPage]) {
    for list in lists {
      get(list.path) { visit in
        let view = ListView(list: list, visit: visit)
        return visit.query("format") == "csv" ? view.table() : try await view.page()
      }
    }
  }
}
