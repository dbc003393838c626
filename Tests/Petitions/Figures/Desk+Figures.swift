import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

extension Desk {
  static let caller = Caller(subject: "wang.fang", requestId: "r-1", traceParent: nil)

  /// Takes a step of staff, whose token covers everything.
  @discardableResult
  func step(_ step: some PetitionStep, _ id: UUID) async throws -> Petition {
    try #require(
      try await runner.run { work in
        try await application.takeStep(step, on: id, by: Desk.caller, work: work, authorise: { _ in })
      })
  }

  /// Registers complaints of the hotline; answers their petitions' ids.
  func register(_ complaints: [ComplaintSubmitted]) async throws -> [UUID] {
    let ids = complaints.map { EventIdentity.petition(source: "/hotline/12369", externalId: $0.externalId) }
    try await take(
      complaints.enumerated().map { index, complaint in
        Fixtures.record(complaint, id: "event \(complaint.externalId)", offset: Int64(index))
      })
    return ids
  }

  func figures(_ question: FigureQuestion) async throws -> FigureReport {
    let rules = try FigureRules(try Fixtures.ruleBook().rules(at: clock.now))
    return try await runner.read { try await application.bureau.compileFigures(question, rules: rules, on: $0) }
  }

  /// Fires what is due, as the service does.
  func fireTimers() async throws {
    let timers = TimerRunner(
      handlers: application.timers, sweeps: application.sweeps, pool: pool, context: context, signal: RelaySignal(),
      logger: TestSchema.logger)
    while try await timers.fireDue() > 0 {}
  }

  /// Folds the counters' entries.
  func fold() async throws {
    let folding = FigureFolding(pool: pool, logger: TestSchema.logger) { try await FigureStore.fold(on: $0) }
    try await folding()
  }
}
