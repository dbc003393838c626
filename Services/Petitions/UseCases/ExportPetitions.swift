import Contracts
import Messaging

/// Reads a whole list page by page, for tables; that it was taken out is written to the audit trail.
struct ExportPetitions: Sendable {
  /// How many are read at a time.
  static let page = ListPetitions.largestPage

  let list: ListPetitions

  /// Notes who took what out.
  /// - Parameter query: the filters; they hold no personal data.
  func record(_ query: String, by caller: Caller, work: UnitOfWork) {
    var detail = JSONObject()
    detail.set("query", query)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "petition.list-exported", subject: "petitions", cause: caller.requestId,
        detail: JSON.object(detail).bytes))
  }

  /// The pages of a list, each read when it is asked for.
  func pages(_ filter: PetitionFilter, runner: UnitOfWorkRunner) -> Pages {
    Pages(filter: filter, list: list, runner: runner)
  }

  /// One walk through a list.
  actor Pages {
    private var filter: PetitionFilter
    private var isOver = false
    private let list: ListPetitions
    private let runner: UnitOfWorkRunner

    init(filter: PetitionFilter, list: ListPetitions, runner: UnitOfWorkRunner) {
      self.filter = filter
      self.filter.limit = ExportPetitions.page
      self.list = list
      self.runner = runner
    }

    /// - Returns: nil after the last page.
    func next() async throws -> [Petition]? {
      guard !isOver else { return nil }
      let asked = filter
      let page = try await runner.read { try await list(asked, on: $0) }
      filter.after = page.next
      isOver = page.next == nil
      return page.petitions
    }
  }
}
