import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Counts provisional dates again when a year's working days are known: what moves is told, what was warned of or missed
/// under the old date is put right.
struct RecountDates: Sendable {
  static let timer = "petition.recount"
  /// How many petitions are counted again in one transaction.
  static let page = 1_000

  let rules: RuleBook
  let petitions: PetitionStore

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    // A count from the start comes with no place to go on from, and wins over one under way.
    let after = timers.map { Int64(String(decoding: $0.data, as: UTF8.self)) ?? 0 }.min() ?? 0
    let found = try await petitions.lock(
      """
      select entry from petition_clock where is_provisional and entry > \(after)
      order by entry limit \(RecountDates.page)
      """, on: work.connection
    ).map(\.petition)
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var changed: [Petition] = []
    var bases: Set<DeadlineBasis> = []
    var steps: [StepStore.Row] = []
    for var petition in found {
      let before = petition
      let moved = try petition.recount(at: work.now, rules: rules) { $0.basis.isProvisional }
      guard petition != before else { continue }
      bases.formUnion(petition.allClocks.map(\.basis))
      if !moved.isEmpty {
        petition.updatedAt = work.now
        let event = PetitionRescheduled(
          petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: work.now,
          previous: moved.map(\.before), dueDates: moved.map(\.after))
        let cause = Cause(
          id: "recount:\(petition.id.lowercased):\(petition.sequence):\(rules.calendarText)",
          correlation: petition.correlation.lowercased)
        PetitionAnnouncements.emit([event], of: &petition, cause: cause, work: work)
        steps.append(.init(entry: petition.entry, actor: "petitions", step: "rescheduled", detail: event.json))
        work.record(
          AuditEntry(
            actor: "petitions", action: "petition.rescheduled", subject: petition.id.lowercased, cause: cause.id))
      }
      changed.append(petition)
    }
    try await petitions.deadlines.begin(Array(bases), work: work)
    try await petitions.saveClocks(changed, on: work.connection)
    try await StepStore.insert(steps, at: work.now, on: work.connection)
    if changed.contains(where: { $0.attention.map { $0 <= work.now } ?? false }) {
      work.schedule(DurableTimer(kind: TendClocks.timer, subject: "recounted", due: work.now))
    }
    guard found.count == RecountDates.page, let last = found.last else { return }
    work.schedule(
      DurableTimer(kind: Self.timer, subject: "page", due: work.now, data: Array(String(last.entry).utf8)))
  }
}
