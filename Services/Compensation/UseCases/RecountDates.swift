import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Counts provisional dates again when a year's working days are known: what moves is told, what was warned of or missed
/// under the old date is put right.
struct RecountDates: Sendable {
  static let timer = "compensation.recount"
  /// How many cases are counted again in one transaction.
  static let page = 1_000

  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    // A count from the start comes with no place to go on from, and wins over one under way.
    let after = timers.map { Int64(String(decoding: $0.data, as: UTF8.self)) ?? 0 }.min() ?? 0
    let found = try await cases.read(
      """
      select \(CaseRow.columns) from compensation_case where is_provisional and entry > \(after)
      order by entry limit \(RecountDates.page) for update
      """, on: work.connection)
    let inForce = CompensationRules(try rules.rules(at: work.now), calendar: rules.calendar)
    try await write(
      try found.map { try recounted($0.compensation, at: work.now, rules: inForce) }, work: work)
    guard found.count == RecountDates.page, let last = found.last else { return }
    work.schedule(
      DurableTimer(kind: Self.timer, subject: "page", due: work.now, data: Array(String(last.entry).utf8)))
  }

  private func recounted(
    _ before: CompensationCase, at now: Date, rules: CompensationRules
  ) throws -> CaseChange {
    var compensation = before
    let moved = try compensation.recount(at: now, rules: rules) { $0.dueDate.provisional == true && !$0.isStanding }
    let cause = Cause(id: "recount:\(before.id.lowercased):\(before.version)", correlation: before.correlation)
    var change = CaseChange(before: before, compensation: compensation, cause: cause)
    guard !moved.isEmpty else { return change }
    let event = CompensationRescheduled(
      caseId: before.id, caseNumber: before.number, region: before.region, at: now, subjectKey: before.subjectKey,
      dueDates: moved)
    change.news.append(.init(event: event, cause: cause))
    change.lines.append(.init(step: "rescheduled", actor: "compensation", detail: event.json))
    return change
  }
}
