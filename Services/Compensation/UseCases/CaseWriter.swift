import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Saves changed cases and tells the world: the one way in which a case is written.
///
/// Brings the gates of the penalty side up to date, tells the step's events, then the stages entered, then the gates; the
/// state follows; timers, history, audit trail and followers last.
struct CaseWriter: Sendable {
  let rules: RuleBook
  let cases: CaseStore
  var followers: [any CaseFollower] = []

  /// - Parameter changes: at most one for each case; each case is locked, or new.
  /// - Returns: the cases as they were saved, in the order given.
  @discardableResult
  func callAsFunction(_ changes: [CaseChange], work: UnitOfWork) async throws -> [CompensationCase] {
    guard !changes.isEmpty else { return [] }
    let gates = try CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar).gates()
    let records = try await PenaltyStore.records(
      Set(changes.compactMap(\.compensation.penalty)), on: work.connection)
    var changes = changes
    for index in changes.indices {
      settle(&changes[index], records, gates, work: work)
      guard !changes[index].isEmpty else { continue }
      changes[index].compensation.updatedAt = work.now
      if changes[index].before != nil { changes[index].compensation.version += 1 }
      tell(&changes[index], work: work)
      // Most steps leave the next instant of attention where it was.
      if changes[index].before?.attention != changes[index].compensation.attention {
        CaseTimers.follow(changes[index].compensation, work: work)
      }
    }
    let written = changes.filter { !$0.isEmpty }
    try await cases.insert(written.filter { $0.before == nil }.map(\.compensation), on: work.connection)
    try await cases.save(written.filter { $0.before != nil }.map(\.compensation), on: work.connection)
    let lines = written.flatMap { change in
      change.lines.map {
        StepStore.Row(caseId: change.compensation.id, actor: $0.actor, step: $0.step, detail: $0.detail)
      }
    }
    try await StepStore.insert(lines, at: work.now, on: work.connection)
    if !written.isEmpty { for follower in followers { try await follower.follow(written, work: work) } }
    return changes.map(\.compensation)
  }

  /// Adds what follows from the step: the stages it entered, and what the penalty side may do now.
  private func settle(
    _ change: inout CaseChange, _ records: [PenaltyCase: [PenaltyRecord]], _ gates: GateRules, work: UnitOfWork
  ) {
    let stages = change.compensation.unannounced
    change.compensation.unannounced = []
    let told = change.compensation.penalty.flatMap { records[$0] } ?? []
    let moved = change.compensation.settleGates(told, gates, at: work.now)
    let cause = change.cause
    change.news += stages.map { CaseChange.News(event: $0, cause: cause) }
    change.news += moved.map { CaseChange.News(event: $0, cause: cause) }
    for case let breach as CompensationOrderBreached in moved {
      change.lines.append(.init(step: "order-breached", actor: "compensation", detail: breach.json))
    }
    for case let restored as CompensationOrderRestored in moved {
      change.lines.append(.init(step: "order-restored", actor: "compensation", detail: restored.json))
    }
  }

  private func tell(_ change: inout CaseChange, work: UnitOfWork) {
    for news in change.news {
      CaseAnnouncements.emit(news.event, of: &change.compensation, cause: news.cause, work: work)
    }
    CaseAnnouncements.state(of: change.compensation, cause: change.cause, work: work)
    for line in change.lines {
      var detail = JSONObject()
      detail.set("request", line.request)
      detail.set("status", code: change.compensation.status)
      work.record(
        AuditEntry(
          actor: line.actor, action: "compensation.\(line.step)", subject: change.compensation.id.lowercased,
          cause: change.cause.id, detail: JSON.object(detail).bytes))
    }
  }
}
