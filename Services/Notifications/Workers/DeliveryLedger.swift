import FoundationEssentials
import Messaging
import Postgres

/// Writes down what visits came to, many in one transaction: while one is being written, the reports of all visits that
/// end meanwhile gather for the next. A slow endpoint's report comes when it comes and holds up none before it.
actor DeliveryLedger {
  typealias Outcomes = [SettleDeliveries.Outcome]

  private let runner: UnitOfWorkRunner
  private let settle: @Sendable () throws -> SettleDeliveries
  private var gathered: [VisitReport] = []
  /// What writes the gathered reports, once the one before has.
  private var next: Task<[UUID: Outcomes], any Error>?
  private var current: Task<[UUID: Outcomes], any Error>?

  /// - Parameter settle: with the numbers in force now.
  init(runner: UnitOfWorkRunner, settle: @escaping @Sendable () throws -> SettleDeliveries) {
    self.runner = runner
    self.settle = settle
  }

  /// - Returns: what followed from each attempt, when that is committed. A visit that is cancelled meanwhile is written
  ///   down all the same.
  func write(_ report: VisitReport) async throws -> Outcomes {
    gathered.append(report)
    let task = next ?? follow(current)
    next = task
    do {
      return try await task.value[report.endpoint.id] ?? []
    } catch {
      // One of them may be at fault: each for itself.
      return try await write([report])[report.endpoint.id] ?? []
    }
  }

  private func follow(_ before: Task<[UUID: Outcomes], any Error>?) -> Task<[UUID: Outcomes], any Error> {
    Task {
      _ = await before?.result
      let reports = gathered
      gathered = []
      current = next
      next = nil
      return try await write(reports)
    }
  }

  private func write(_ reports: [VisitReport]) async throws -> [UUID: Outcomes] {
    let settle = try settle()
    let outcomes = try await runner.run { try await settle(reports, work: $0) }
    return Dictionary(zip(reports.map(\.endpoint.id), outcomes), uniquingKeysWith: { first, _ in first })
  }
}
