import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Money that leaves the account other than for a project: back to whoever paid it, or on to an insurer.
struct PayOut: Sendable {
  /// What is paid out, and why.
  struct Order: JSONConvertible, Sendable, Equatable {
    let amountFen: Int64
    /// The bank's number of the payment.
    let paymentNumber: String
    let reason: String

    init(amountFen: Int64, paymentNumber: String, reason: String) {
      self.amountFen = amountFen
      self.paymentNumber = paymentNumber
      self.reason = reason
    }

    init(fields: JSONFields) throws(ContractViolation) {
      amountFen = try fields.fen("amountFen", minimum: 1)
      paymentNumber = try fields.string("paymentNumber", limit: 128)
      reason = try fields.text("reason", limit: 1024)
    }

    var json: JSON {
      var object = JSONObject()
      object.set("amountFen", amountFen)
      object.set("paymentNumber", paymentNumber)
      object.set("reason", reason)
      return .object(object)
    }
  }

  let cases: CaseStore
  let write: CaseWriter

  /// Pays money that waits back to whoever paid it.
  /// - Returns: nil when nothing waits under this payment.
  func refund(
    waiting payment: UUID, _ order: Order, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> LedgerEntry? {
    guard let item = try await SuspenseStore.lock(payment, on: work.connection) else { return nil }
    try authorise(item.region)
    guard order.amountFen <= item.leftFen else { throw AccountError.nothingWaiting(leftFen: item.leftFen) }
    let entry = entry(
      .refund, from: .suspense, order, "suspense \(payment.lowercased)", region: item.region,
      classCode: item.payment.payer.rawValue, paymentId: payment, by: caller, work: work)
    try await EntryStore.book(entry, at: work.now, on: work.connection)
    try await SuspenseStore.settle([(payment, order.amountFen)], on: work.connection)
    record(entry, subject: payment.lowercased, by: caller, work: work)
    return entry
  }

  /// Pays back what a case received and does not need.
  /// - Returns: nil when there is no case of this id.
  func refund(
    ofCase id: UUID, _ order: Order, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> LedgerEntry? {
    guard let before = try await cases.lock([id], on: work.connection).first else { return nil }
    try authorise(before.region)
    let received = try await PaymentStore.received(id, on: work.connection)
    guard order.amountFen <= received else { throw AccountError.notCovered(availableFen: received) }
    // Money spent on projects is nobody's any more.
    try await BalanceStore.holdSpending(on: work.connection)
    let spendable = try await BalanceStore.spendable(on: work.connection)
    guard order.amountFen <= spendable else { throw AccountError.notCovered(availableFen: spendable) }
    let entry = entry(
      .refund, from: .cases, order, "case \(id.lowercased)", region: before.region,
      classCode: PayerKind.obligor.rawValue, caseId: id, by: caller, work: work)
    try await EntryStore.book(entry, at: work.now, on: work.connection)
    let cause = Cause(id: UUID().lowercased, correlation: before.correlation, traceParent: caller.traceParent)
    try await write(
      [
        CaseChange(
          before: before, compensation: before,
          lines: [.init(step: "refund", actor: caller.subject, detail: order.json, request: caller.requestId)],
          cause: cause)
      ], work: work)
    record(entry, subject: id.lowercased, by: caller, work: work)
    return entry
  }

  /// Hands on to the insurer what was recovered for it.
  /// - Returns: nil when there is no claim of this id.
  func remit(
    claim id: UUID, _ order: Order, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> LedgerEntry? {
    guard var claim = try await ClaimStore.lock([id], on: work.connection).first else { return nil }
    try authorise(claim.region)
    guard var recourse = claim.file.recourse, order.amountFen <= recourse.recoveredFen - recourse.remittedFen else {
      let left = claim.file.recourse.map { $0.recoveredFen - $0.remittedFen } ?? 0
      throw AccountError.notCovered(availableFen: left)
    }
    let entry = entry(
      .remittance, from: .insurers, order, "claim \(id.lowercased)", region: claim.region,
      classCode: PayerKind.insurer.rawValue, caseId: claim.caseId, claimId: id, by: caller, work: work)
    try await EntryStore.book(entry, at: work.now, on: work.connection)
    recourse.remittedFen += order.amountFen
    claim.file.recourse = recourse
    claim.updatedAt = work.now
    try await ClaimStore.save([claim], on: work.connection)
    record(entry, subject: id.lowercased, by: caller, work: work)
    return entry
  }

  private func entry(
    _ kind: EntryKind, from account: LedgerAccount, _ order: Order, _ owner: String, region: String, classCode: String,
    caseId: UUID? = nil, paymentId: UUID? = nil, claimId: UUID? = nil, by caller: Caller, work: UnitOfWork
  ) -> LedgerEntry {
    LedgerEntry(
      id: LedgerEntry.id(owner, kind.rawValue, order.paymentNumber), day: ShanghaiTime.day(of: work.now), kind: kind,
      debit: account, credit: .bank, amountFen: order.amountFen, caseId: caseId, paymentId: paymentId,
      claimId: claimId, region: region, classCode: classCode, document: order.paymentNumber, reason: order.reason,
      actor: caller.subject)
  }

  private func record(_ entry: LedgerEntry, subject: String, by caller: Caller, work: UnitOfWork) {
    var detail = JSONObject()
    detail.set("entry", entry.id)
    detail.set("amountFen", entry.amountFen)
    detail.set("document", entry.document)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "account.\(entry.kind.rawValue)", subject: subject, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
  }
}
