import Civics
import Contracts
import FoundationEssentials

/// How one payment is booked: decided from the payment, the case and claim it is for, and the interest that is due.
struct ReceiptBooking: Sendable {
  /// What belongs to the case, interest included.
  private(set) var toCaseFen: Int64 = 0
  private(set) var interestFen: Int64 = 0
  /// What settles the insurer's debt; part of what belongs to the case.
  private(set) var insuredFen: Int64 = 0
  /// What the obligor pays back to the insurer.
  private(set) var recoveredFen: Int64 = 0
  private(set) var suspendedFen: Int64 = 0
  private(set) var suspenseReason: SuspenseReason?
  private(set) var entries: [LedgerEntry] = []

  /// - Parameters:
  ///   - compensation: the case, where it is known.
  ///   - claim: its claim that is open or recovers, where it has one.
  ///   - interestFen: the interest on late payment due on the day.
  ///   - day: on which it is booked.
  init(
    _ payment: Payment, for compensation: CompensationCase?, claim: InsuranceClaim?, interestFen interest: Int64,
    interestFirst: Bool, principalFen: Int64?, accountRegion: String, on day: CivilDate
  ) {
    decide(payment, compensation, claim, interest, interestFirst, principalFen)
    let region = compensation?.region ?? accountRegion
    func entry(_ kind: EntryKind, _ credit: LedgerAccount, _ amount: Int64, claimId: UUID? = nil) -> LedgerEntry {
      LedgerEntry(
        id: LedgerEntry.id(payment.id.lowercased, kind.rawValue), day: day, kind: kind, debit: .bank, credit: credit,
        amountFen: amount, caseId: credit == .suspense ? nil : compensation?.id, paymentId: payment.id,
        claimId: claimId, region: region, classCode: payment.payer.rawValue, document: payment.paymentNumber,
        actor: "compensation")
    }
    if toCaseFen > interestFen {
      entries.append(
        entry(.receipt, .cases, toCaseFen - interestFen, claimId: insuredFen > 0 ? claim?.id : nil))
    }
    if interestFen > 0 { entries.append(entry(.interest, .interest, interestFen)) }
    if recoveredFen > 0 { entries.append(entry(.recovery, .insurers, recoveredFen, claimId: claim?.id)) }
    if suspendedFen > 0 { entries.append(entry(.suspense, .suspense, suspendedFen)) }
  }

  private mutating func decide(
    _ payment: Payment, _ compensation: CompensationCase?, _ claim: InsuranceClaim?, _ interest: Int64,
    _ interestFirst: Bool, _ principalFen: Int64?
  ) {
    var rest = payment.amountFen
    guard let compensation else { return suspend(rest, .unknownCase) }
    if payment.payer == .insurer {
      guard let claim, claim.status.isOpen else { return suspend(rest, .noClaim) }
      insuredFen = min(rest, claim.outstandingFen)
      toCaseFen = insuredFen
      rest -= insuredFen
      if rest > 0 { suspend(rest, .excess) }
      return
    }
    // What the insurer has paid before goes to the insurer, also when the case is closed by then.
    if let claim, claim.isRecovering, let recourse = claim.file.recourse {
      recoveredFen = min(rest, recourse.outstandingFen)
      rest -= recoveredFen
    }
    guard rest > 0 else { return }
    guard compensation.isOpen else { return suspend(rest, .closedCase) }
    toCaseFen = rest
    // Where a payment does not cover all, interest comes first (民法典 第五百六十一条), unless the packs say otherwise.
    let beforeInterest = interestFirst ? 0 : min(rest, principalFen ?? rest)
    interestFen = min(rest - beforeInterest, interest)
  }

  private mutating func suspend(_ amountFen: Int64, _ reason: SuspenseReason) {
    suspendedFen = amountFen
    suspenseReason = reason
  }
}
