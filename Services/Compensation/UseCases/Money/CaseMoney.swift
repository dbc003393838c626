import Civics
import Contracts
import FoundationEssentials
import Messaging

/// A case while payments are booked for it: what it has received, its claim, and what is to be told.
struct CaseMoney: Sendable {
  private(set) var change: CaseChange
  /// Its claim that is open or recovers.
  private(set) var claim: InsuranceClaim?
  private(set) var isClaimChanged = false
  private var receivedFen: Int64
  private var receipts: [LateInterest.Receipt]

  init(
    _ compensation: CompensationCase, claim: InsuranceClaim?, receivedFen: Int64, receipts: [LateInterest.Receipt]
  ) {
    change = CaseChange(
      before: compensation, compensation: compensation,
      cause: Cause(id: compensation.id.lowercased, correlation: compensation.correlation))
    self.claim = claim
    self.receivedFen = receivedFen
    self.receipts = receipts
  }

  var compensation: CompensationCase { change.compensation }

  /// How interest on late payment stands on a day; nil where there is none.
  func standing(_ interest: LateInterest?, on day: CivilDate) throws -> LateInterest.Standing? {
    let parts = compensation.agreedParts
    guard let interest, !parts.isEmpty else { return nil }
    return try interest.standing(of: parts, after: receipts, on: day)
  }

  /// The lines of the history for instalments that are covered now.
  static func settled(_ events: [any EventPayload]) -> [CaseChange.Line] {
    events.compactMap { $0 as? InstalmentPaid }.map {
      CaseChange.Line(step: "instalment-paid", actor: "compensation", detail: $0.json)
    }
  }

  /// Takes in how a payment was booked.
  mutating func take(_ booking: ReceiptBooking, of payment: Payment, on day: CivilDate, cause told: Cause, at now: Date)
  {
    let before = change.compensation
    let cause = Cause(id: told.id, correlation: before.correlation, traceParent: told.traceParent)
    change.cause = cause
    var events: [any EventPayload] = []
    if booking.toCaseFen > 0 {
      let (sum, overflow) = receivedFen.addingReportingOverflow(booking.toCaseFen - booking.interestFen)
      receivedFen = overflow ? .max : sum
      receipts.append(LateInterest.Receipt(day: day, amountFen: booking.toCaseFen))
      events.append(
        CompensationPaid(
          caseId: before.id, caseNumber: before.number, region: before.region, at: now,
          subjectKey: before.subjectKey, paymentId: payment.id, paymentNumber: payment.paymentNumber,
          payer: payment.payer, paidAt: payment.receivedAt, amountFen: booking.toCaseFen,
          interestFen: booking.interestFen > 0 ? booking.interestFen : nil,
          receivedFen: min(receivedFen, JSONFields.largestAmount), fixedFen: before.amountFen,
          penaltyNumber: before.penalty?.number))
      events += change.compensation.settle(received: receivedFen, through: payment, at: now)
    }
    if booking.insuredFen > 0, let event = claim?.pay(booking.insuredFen, by: payment, at: now, for: before) {
      isClaimChanged = true
      events.append(event)
    }
    if booking.recoveredFen > 0, let event = claim?.recover(booking.recoveredFen, by: payment, at: now, for: before) {
      isClaimChanged = true
      events.append(event)
    }
    guard !events.isEmpty else { return }
    change.lines += Self.settled(events)
    change.news += events.map { .init(event: $0, cause: cause) }
    var detail = JSONObject()
    detail.set("payment", payment.id)
    detail.set("amountFen", payment.amountFen - booking.suspendedFen)
    detail.set("payer", code: payment.payer)
    change.lines.append(.init(step: "payment", actor: "compensation", detail: .object(detail)))
  }
}

extension CompensationCase {
  /// Notes that money came, and what it covers.
  /// - Parameter received: all that was received of the amount fixed, this payment included.
  mutating func settle(received: Int64, through payment: Payment, at now: Date) -> [any EventPayload] {
    // A bank's clock may be ahead of ours.
    let paidAt = min(payment.receivedAt, now)
    file.lastPaidAt = max(paidAt, file.lastPaidAt ?? paidAt)
    return settleInstalments(received: received, paidAt: paidAt, at: now)
  }

  /// What was agreed to be paid, and by which day.
  var agreedParts: [LateInterest.Part] {
    (file.settlement.agreement?.instalments ?? []).map { part in
      // The day before the instant at which it is late.
      LateInterest.Part(
        lastDay: ShanghaiTime.day(of: part.due.addingTimeInterval(-1)), amountFen: part.amountFen)
    }
  }
}
