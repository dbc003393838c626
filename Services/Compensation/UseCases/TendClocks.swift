import Contracts
import FoundationEssentials
import Messaging

/// Warns of periods that end soon, tells of those that have run out, and sees a penalty case pass its gates in time.
struct TendClocks: Sendable {
  let cases: CaseStore
  let write: CaseWriter

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let locked = try await cases.lock(
      timers.compactMap { UUID(text: $0.subject) }, on: work.connection)
    var changes: [CaseChange] = []
    for before in locked {
      var compensation = before
      let events = compensation.attend(at: work.now)
      // The ids of its events follow from what they tell: a clock tended again after a restore tells the same.
      let cause = Cause(
        id: "clock:\(before.id.lowercased):\(before.version)", correlation: before.correlation)
      var change = CaseChange(before: before, compensation: compensation, cause: cause)
      for event in events {
        change.news.append(.init(event: event, cause: cause))
        let isWarning = event is CompensationWarned
        change.lines.append(
          .init(step: isWarning ? "warned" : "overdue", actor: "compensation", detail: event.json))
      }
      changes.append(change)
    }
    // The timers have fired: what comes next is set, also should nothing have been due yet.
    for compensation in try await write(changes, work: work) { CaseTimers.follow(compensation, work: work) }
  }
}
