import Contracts
import Messaging

/// Reads a whole list page by page, for tables; that it was taken out is written to the audit trail.
struct ExportCases: Sendable {
  let list: ListCases

  /// Notes who took what out.
  /// - Parameter query: the filters; they hold no personal data.
  func record(_ query: String, by caller: Caller, work: UnitOfWork) {
    var detail = JSONObject()
    detail.set("query", query)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "compensation.list-exported", subject: "cases", cause: caller.requestId,
        detail: JSON.object(detail).bytes))
  }

  /// The pages of a list, each read when it is asked for.
  func pages(_ filter: CaseFilter, runner: UnitOfWorkRunner) -> Pages {
    Pages(filter: filter, list: list, runner: runner)
  }

  /// One walk through a list.
  actor Pages {
    private var filter: CaseFilter
    private var isOver = false
    private let list: ListCases
    private let runner: UnitOfWorkRunner

    init(filter: CaseFilter, list: ListCases, runner: UnitOfWorkRunner) {
      self.filter = filter
      self.filter.limit = ListCases.largestPage
      self.list = list
      self.runner = runner
    }

    /// - Returns: nil after the last page.
    func next() async throws -> [CompensationCase]? {
      guard !isOver else { return nil }
      let asked = filter
      let page = try await runner.read { try await list(asked, on: $0) }
      filter.after = page.next
      isOver = page.next == nil
      return page.cases
    }
  }
}
