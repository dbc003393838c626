import Contracts
import Messaging

/// A whole list page by page, for tables; that it was taken out is written to the audit trail.
enum ListExport {
  /// Notes who took what out.
  /// - Parameters:
  ///   - list: `subjects` or `facts`.
  ///   - query: the filters; they hold no personal data.
  static func record(_ list: String, _ query: String, by caller: Caller, work: UnitOfWork) {
    var detail = JSONObject()
    detail.set("query", query)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "ledger.list-exported", subject: list, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
  }

  /// One walk through a list.
  actor Walk<Line: Sendable> {
    /// Reads the page behind a place; answers its lines and where the next begins.
    typealias Read = @Sendable (_ after: ListMark?) async throws -> (lines: [Line], next: ListMark?)

    private var after: ListMark?
    private var isOver = false
    private let read: Read

    init(_ read: @escaping Read) { self.read = read }

    /// - Returns: nil after the last page.
    func next() async throws -> [Line]? {
      guard !isOver else { return nil }
      let page = try await read(after)
      after = page.next
      isOver = page.next == nil
      return page.lines
    }
  }
}
