import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Brings the transfers to the police up to date with what was told of them. Compensation goes on beside a criminal case.
  /// - Returns: an event for each that is new or went on.
  mutating func note(_ records: [CrimeRecord], at now: Date) -> [CompensationCrimeNoted] {
    // A decision names its transfer alone.
    let about = Set(records.filter { $0.isAbout(self) }.map(\.referral))
    let transfers = PoliceTransfer.all(records.filter { about.contains($0.referral) })
    let changed = transfers.filter { !file.transfers.contains($0) }
    file.transfers = Array(transfers.prefix(CaseFile.longest))
    return changed.map { transfer in
      CompensationCrimeNoted(
        caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey, penaltyNumber: penalty?.number,
        referralNumber: transfer.referralNumber, referredAt: transfer.referredAt, authority: transfer.authority,
        outcome: transfer.outcome, decidedAt: transfer.decidedAt)
    }
  }
}
