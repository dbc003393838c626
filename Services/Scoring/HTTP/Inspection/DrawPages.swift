import Civics
import Messaging

/// One walk through the list of draws, page by page, for tables.
actor DrawPages {
  private var filter: DrawFilter
  private let runner: UnitOfWorkRunner
  private var isOver = false

  init(_ filter: DrawFilter, runner: UnitOfWorkRunner) {
    self.filter = filter
    self.filter.limit = EntryPlace.largestPage
    self.runner = runner
  }

  /// - Returns: nil after the last page.
  func next() async throws -> [InspectionDraw]? {
    guard !isOver else { return nil }
    let asked = filter
    let page = try await runner.read { try await DrawStore.list(asked, on: $0) }
    isOver = page.count < asked.limit
    filter.after = page.last.map { (quarter: $0.quarter.text, region: $0.region) }
    return page
  }
}
