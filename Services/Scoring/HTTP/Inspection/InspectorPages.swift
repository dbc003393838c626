import Messaging

/// One walk through the register of inspectors, page by page, for tables.
actor InspectorPages {
  private let regions: [String]
  private let runner: UnitOfWorkRunner
  private var after: String
  private var isOver = false

  init(regions: [String], after: String, runner: UnitOfWorkRunner) {
    self.regions = regions
    self.after = after
    self.runner = runner
  }

  /// - Returns: nil after the last page.
  func next() async throws -> [Inspector]? {
    guard !isOver else { return nil }
    let (regions, after) = (regions, after)
    let page = try await runner.read {
      try await InspectorStore.list(regions: regions, after: after, limit: EntryPlace.largestPage, on: $0)
    }
    isOver = page.count < EntryPlace.largestPage
    self.after = page.last?.number ?? after
    return page
  }
}
