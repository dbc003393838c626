import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Declares backlog (积案) what is open for longer than the rules allow: one timer for all petitions of a day.
struct FindLongOpen: Sendable {
  static let timer = "petition.backlog-due"
  /// How many petitions are declared in one transaction.
  static let page = 500

  let rules: RuleBook
  let petitions: PetitionStore

  /// Sets the timer for the petitions of a day; none where the rules do not call a long time backlog.
  static func schedule(receivedAt: Date, rules: PetitionRules, work: UnitOfWork) {
    let day = ShanghaiTime.day(of: receivedAt)
    guard let due = try? rules.backlogDue(receivedOn: day) else { return }
    work.schedule(DurableTimer(kind: timer, subject: day.description, due: due))
  }

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for timer in timers {
      // A page's end stands behind the day: `2026-01-06 after 4711`.
      let words = timer.subject.split(separator: " ")
      guard let day = words.first.flatMap({ CivilDate(String($0)) }) else { continue }
      let after = words.count == 3 ? Int64(words[2]) ?? 0 : 0
      let last = try await declare(receivedOn: day, after: after, work: work)
      guard let last else { continue }
      work.schedule(DurableTimer(kind: timer.kind, subject: "\(day) after \(last)", due: work.now))
    }
  }

  /// - Returns: the last entry of a full page; nil when the day is done.
  private func declare(receivedOn day: CivilDate, after: Int64, work: UnitOfWork) async throws -> Int64? {
    let found = try await petitions.lock(
      """
      select entry from petition
      where received_at >= \(ShanghaiTime.start(of: day)) and received_at < \(ShanghaiTime.start(of: day.next))
        and status not in ('archived', 'refused', 'merged', 'final') and entry > \(after)
      order by entry limit \(FindLongOpen.page)
      """, on: work.connection
    ).map(\.petition)
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let rule = try rules.reference(PetitionRules.Key.backlogOpen)
    var current = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var events: [UUID: [any EventPayload]] = [:]
    for petition in found {
      if let declared = current[petition.id]?.declareBacklog(.longOpen, rule: rule, at: work.now) {
        events[petition.id] = [declared]
      }
    }
    try await RelationChanges().save(events, of: &current, step: "backlog", by: nil, petitions: petitions, work: work)
    return found.count == FindLongOpen.page ? found.map(\.entry).max() : nil
  }
}
