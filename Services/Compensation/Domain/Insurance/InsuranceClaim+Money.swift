import Contracts
import FoundationEssentials

extension InsuranceClaim {
  /// Takes in what the insurer paid.
  /// - Parameter amountFen: no more than is outstanding.
  mutating func pay(
    _ amountFen: Int64, by payment: Payment, at now: Date, for compensation: CompensationCase
  ) -> ClaimPaid {
    paidFen += amountFen
    let isComplete = outstandingFen == 0
    let onTime = file.clock.map { payment.receivedAt < $0.dueDate.due } ?? true
    if isComplete {
      status = .paid
      file.clock?.metAt = payment.receivedAt
    }
    updatedAt = now
    return ClaimPaid(
      claimId: id, claimNumber: number, caseId: caseId, caseNumber: compensation.number, region: region, at: now,
      ground: file.ground, policyNumber: file.policyNumber, paymentNumber: payment.paymentNumber,
      amountFen: amountFen, paidFen: paidFen, claimedFen: file.claimedFen, complete: isComplete, onTime: onTime)
  }

  /// Takes in what the obligor paid for the insurer.
  /// - Parameter amountFen: no more than is to be recovered.
  mutating func recover(
    _ amountFen: Int64, by payment: Payment, at now: Date, for compensation: CompensationCase
  ) -> ClaimRecourseReceived? {
    guard var recourse = file.recourse else { return nil }
    recourse.recoveredFen += amountFen
    file.recourse = recourse
    updatedAt = now
    return ClaimRecourseReceived(
      claimId: id, claimNumber: number, caseId: caseId, caseNumber: compensation.number, region: region, at: now,
      ground: file.ground, policyNumber: file.policyNumber, subjectKey: recourse.subjectKey,
      paymentNumber: payment.paymentNumber, amountFen: amountFen, recoveredFen: recourse.recoveredFen,
      complete: recourse.outstandingFen == 0)
  }
}
