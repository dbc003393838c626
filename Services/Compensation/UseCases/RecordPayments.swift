import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Books money received, each payment once, in a handful of statements however many there are. What belongs to no case
/// waits and is found again.
struct RecordPayments: Sendable {
  let rules: RuleBook
  let cases: CaseStore
  let write: CaseWriter

  func callAsFunction(_ payments: [(payment: Payment, cause: Cause)], work: UnitOfWork) async throws {
    // Of two with one number the first is booked, as it would be in two batches.
    var unique: [UUID: (payment: Payment, cause: Cause)] = [:]
    for item in payments where unique[item.payment.id] == nil { unique[item.payment.id] = item }
    let named = Set(unique.values.map(\.payment.caseId))
    var locked = try await cases.lock(Array(named), on: work.connection)
    let unknown = Array(named.subtracting(locked.map(\.id)))
    if !unknown.isEmpty {
      // One of them may be on its way: once its opening is over it is there.
      try await CaseStore.takeTurns(unknown, isOpening: false, on: work.connection)
      locked += try await cases.lock(unknown, on: work.connection)
    }
    let new = try await PaymentStore.insert(unique.values.map(\.payment), at: work.now, on: work.connection)
    guard !new.isEmpty else { return }
    let desk = try await BookingDesk.open(locked, rules: rules, work: work)
    var books = desk
    let told = unique.values.filter { new.contains($0.payment.id) }
      .sorted { ($0.payment.receivedAt, $0.payment.id.uuidString) < ($1.payment.receivedAt, $1.payment.id.uuidString) }
    for (payment, cause) in told {
      let booking = try books.book(payment, cause: cause, at: work.now)
      // What a case received is in the case's history and so in the trail.
      guard booking.suspendedFen > 0 else { continue }
      var detail = JSONObject()
      detail.set("payment", payment.id)
      detail.set("amountFen", payment.amountFen)
      detail.set("payer", code: payment.payer)
      detail.set("suspendedFen", booking.suspendedFen)
      detail.set("reason", code: booking.suspenseReason)
      work.record(
        AuditEntry(
          actor: "compensation", action: "payment.unassigned",
          subject: payment.caseId.lowercased, cause: cause.id, detail: JSON.object(detail).bytes))
    }
    try await books.save(write, work: work)
  }
}
