import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Gives money that waits to a case (暂收款认领).
struct AssignWaitingMoney: Sendable {
  /// Who assigns it.
  enum Actor: Sendable {
    case staff(Caller)
    /// The service itself, for a case that was opened by this.
    case service(Cause)

    var subject: String {
      switch self {
      case .staff(let caller): caller.subject
      case .service: "compensation"
      }
    }
  }

  let cases: CaseStore
  let write: CaseWriter

  /// - Parameters:
  ///   - authorise: throws when the caller may not act in the case's region.
  /// - Returns: nil when nothing waits under this payment, or there is no such case.
  func callAsFunction(
    payment: UUID, to caseId: UUID, amountFen: Int64?, reason: String, by caller: Caller, work: UnitOfWork,
    authorise: (String) throws -> Void
  ) async throws -> CompensationCase? {
    guard let compensation = try await cases.lock([caseId], on: work.connection).first,
      let item = try await SuspenseStore.lock(payment, on: work.connection)
    else { return nil }
    try authorise(compensation.region)
    // A case that was never started owes nothing; one that is closed may still be paid for, if somebody says why.
    guard compensation.status != .notStarted else { throw AccountError.caseTakesNone(compensation.status) }
    return try await self(
      item, to: caseId, amountFen: amountFen ?? item.leftFen, reason: reason, by: .staff(caller), work: work)
  }

  /// The same for an item and a case that are locked.
  func callAsFunction(
    _ item: SuspenseStore.Item, to caseId: UUID, amountFen: Int64, reason: String?, by actor: Actor, work: UnitOfWork
  ) async throws -> CompensationCase? {
    guard amountFen > 0, amountFen <= item.leftFen else { throw AccountError.nothingWaiting(leftFen: item.leftFen) }
    guard let before = try await cases.lock([caseId], on: work.connection).first else { return nil }
    let payment = item.payment
    // What was settled before is part of the id: an assignment taken back can be made again.
    let movement = "\(payment.id.lowercased):\(item.settledFen):\(UUID().lowercased)"
    let entry = LedgerEntry(
      id: LedgerEntry.id(movement, EntryKind.assignment.rawValue), day: ShanghaiTime.day(of: work.now),
      kind: .assignment, debit: .suspense, credit: .cases, amountFen: amountFen, caseId: caseId,
      paymentId: payment.id, region: before.region, classCode: payment.payer.rawValue,
      document: payment.paymentNumber, reason: reason, actor: actor.subject)
    try await EntryStore.insert([entry], at: work.now, on: work.connection)
    try await SuspenseStore.settle([(payment.id, amountFen)], on: work.connection)
    let received = try await PaymentStore.received(caseId, on: work.connection)
    let (cause, request) = Self.cause(actor, before)
    let event = CompensationPaid(
      caseId: caseId, caseNumber: before.number, region: before.region, at: work.now, subjectKey: before.subjectKey,
      paymentId: payment.id, paymentNumber: payment.paymentNumber, payer: payment.payer,
      paidAt: payment.receivedAt, amountFen: amountFen,
      receivedFen: min(received, JSONFields.largestAmount), fixedFen: before.amountFen,
      penaltyNumber: before.penalty?.number)
    var detail = JSONObject()
    detail.set("payment", payment.id)
    detail.set("amountFen", amountFen)
    detail.set("payer", code: payment.payer)
    detail.set("reason", reason)
    var compensation = before
    let events: [any EventPayload] = [event] + compensation.settle(received: received, through: payment, at: work.now)
    let line = CaseChange.Line(step: "payment", actor: actor.subject, detail: .object(detail), request: request)
    let change = CaseChange(
      before: before, compensation: compensation, news: events.map { .init(event: $0, cause: cause) },
      lines: [line] + CaseMoney.settled(events), cause: cause)
    return try await write([change], work: work).first
  }

  private static func cause(_ actor: Actor, _ compensation: CompensationCase) -> (Cause, request: String?) {
    switch actor {
    case .staff(let caller):
      (
        Cause(id: UUID().lowercased, correlation: compensation.correlation, traceParent: caller.traceParent),
        caller.requestId
      )
    case .service(let cause): (cause, nil)
    }
  }
}
