import Contracts
import FoundationEssentials
import Messaging

/// Notes which instalments of agreements are covered, after money for their cases was booked.
struct SettleInstalments: Sendable {
  let cases: CaseStore
  let write: CaseWriter

  /// - Parameter causes: the cases for which money was booked, with what told of it.
  func callAsFunction(_ causes: [UUID: Cause], work: UnitOfWork) async throws {
    guard !causes.isEmpty else { return }
    let locked = try await cases.lock(Array(causes.keys), on: work.connection)
    let agreed = locked.filter { $0.file.settlement.agreement != nil && $0.isOpen }
    guard !agreed.isEmpty else { return }
    let received = try await PaymentStore.received(agreed.map(\.id), on: work.connection)
    let changes = agreed.compactMap { before -> CaseChange? in
      var compensation = before
      let events = compensation.settleInstalments(received: received[before.id] ?? 0, at: work.now)
      guard !events.isEmpty, let told = causes[before.id] else { return nil }
      let cause = Cause(id: told.id, correlation: before.correlation, traceParent: told.traceParent)
      return CaseChange(
        before: before, compensation: compensation, news: events.map { .init(event: $0, cause: cause) },
        lines: events.map { .init(step: "instalment-paid", actor: "compensation", detail: $0.json) }, cause: cause)
    }
    try await write(changes, work: work)
  }
}
