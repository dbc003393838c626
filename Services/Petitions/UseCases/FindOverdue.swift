import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Finds petitions whose clock has run out and tells of each once.
///
/// One timer for all clocks that end at one instant; the clocks that were met have no `due_at` any more.
struct FindOverdue: Sendable {
  /// How many petitions are told of in one transaction.
  static let page = 500

  let petitions: PetitionStore

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    // Locked rows are waited for, not passed over: the timer does not come again.
    let found = try await petitions.read(
      """
      select \(PetitionRow.columns) from petition where id in (
        select id from petition where due_at <= \(work.now) order by due_at limit \(FindOverdue.page))
      order by id for update
      """, on: work.connection)
    var changed: [Petition] = []
    var steps: [StepStore.Row] = []
    for var petition in found.map(\.petition) {
      let events = petition.findOverdue(at: work.now)
      guard let first = events.first else { continue }
      petition.updatedAt = work.now
      let cause = Cause(
        id: "timer:\(petition.id.lowercased):\(first.missed.rule):\(RFC3339.text(of: first.missed.due))",
        correlation: petition.correlation.lowercased)
      PetitionAnnouncements.emit(events, of: &petition, cause: cause, work: work)
      changed.append(petition)
      for event in events {
        steps.append(.init(entry: petition.entry, actor: "petitions", step: "overdue", detail: event.missed.json))
      }
      work.record(
        AuditEntry(
          actor: "petitions", action: "petition.overdue", subject: petition.id.lowercased, cause: cause.id))
    }
    try await petitions.save(changed, on: work.connection)
    try await StepStore.insert(steps, at: work.now, on: work.connection)
    if found.count == FindOverdue.page, let timer = timers.first {
      work.schedule(DurableTimer(kind: timer.kind, subject: "\(timer.subject)+", due: work.now))
    }
  }
}
