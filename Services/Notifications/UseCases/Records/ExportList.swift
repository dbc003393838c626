import Contracts
import Messaging

/// Reads a whole list page by page, for tables; that it was taken out is written to the audit trail.
struct ExportList: Sendable {
  /// Notes who took what out.
  /// - Parameters:
  ///   - list: its name.
  ///   - query: the filters; they hold no personal data.
  func record(_ list: String, _ query: String, by caller: Caller, work: UnitOfWork) {
    var detail = JSONObject()
    detail.set("query", query)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "notifications.list-exported", subject: list, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
  }

  /// One walk through a list: each page is read when it is asked for.
  actor Walk<Filter: Sendable, Row: Sendable> {
    /// Reads the page of a filter; answers its rows and the filter of the next page, nil after the last.
    typealias Read = @Sendable (Filter) async throws -> (rows: [Row], next: Filter?)

    private var filter: Filter?
    private let read: Read

    init(_ filter: Filter, read: @escaping Read) {
      self.filter = filter
      self.read = read
    }

    /// - Returns: nil after the last page.
    func next() async throws -> [Row]? {
      guard let filter else { return nil }
      let page = try await read(filter)
      self.filter = page.next
      return page.rows
    }
  }
}
