import Contracts
import FoundationEssentials
import Messaging

/// Books money received. What names no known case is kept and found again under the case it names.
struct RecordPayments: Sendable {
  let cases: CaseStore

  func callAsFunction(_ payments: [(payment: Payment, cause: Cause)], work: UnitOfWork) async throws {
    // Of two with one number the first is booked, as it would be in two batches.
    var unique: [UUID: (payment: Payment, cause: Cause)] = [:]
    for item in payments where unique[item.payment.id] == nil { unique[item.payment.id] = item }
    let locked = try await cases.lock(Array(Set(unique.values.map(\.payment.caseId))), on: work.connection)
    let known = Set(locked.map(\.id))
    let new = try await PaymentStore.insert(unique.values.map(\.payment), at: work.now, on: work.connection)
    var steps: [StepStore.Row] = []
    for (id, item) in unique.sorted(by: { $0.key.uuidString < $1.key.uuidString }) where new.contains(id) {
      let payment = item.payment
      var detail = JSONObject()
      detail.set("payment", payment.id)
      detail.set("amountFen", payment.amountFen)
      detail.set("payer", code: payment.payer)
      let isKnown = known.contains(payment.caseId)
      if isKnown {
        steps.append(
          .init(caseId: payment.caseId, actor: "compensation", step: "payment", detail: .object(detail)))
      }
      work.record(
        AuditEntry(
          actor: "compensation", action: isKnown ? "payment.recorded" : "payment.unassigned",
          subject: payment.caseId.lowercased, cause: item.cause.id, detail: JSON.object(detail).bytes))
    }
    try await StepStore.insert(steps, at: work.now, on: work.connection)
  }
}
