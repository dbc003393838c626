import Civics
import Contracts
import FoundationEssentials

/// A decision on a reward for a report (有奖举报), and what came of it.
struct Reward: Sendable, Equatable {
  let id: UUID
  var entry: Int64 = 0
  var status: RewardStatus
  let decided: RewardDecided
  var claimed: RewardClaimed?
  var updatedAt: Date
  /// Counts its changes: the ETag.
  var version: Int64 = 1

  /// What the reporter is told of a reward; nil for a refusal.
  var notice: PetitionerMessage? {
    guard status == .granted, let amount = decided.amountFen, let due = decided.dueDates.first?.due else { return nil }
    return PetitionerMessage(
      contact: 0, template: "petition-rewarded",
      parameters: [
        "petitionNumber": decided.petitionNumber, "amount": Money(fen: Int(amount)).description,
        "due": RFC3339.text(of: due),
      ])
  }

  /// Pays out a reward that was claimed in time.
  mutating func claim(at now: Date) throws(RewardError) -> RewardClaimed {
    guard status == .granted, let amount = decided.amountFen else { throw .notOpen(status) }
    guard decided.dueDates.allSatisfy({ now < $0.due }) else { throw .tooLate }
    let event = RewardClaimed(
      rewardId: id, petitionId: decided.petitionId, petitionNumber: decided.petitionNumber, region: decided.region,
      at: now, amountFen: amount)
    status = .claimed
    claimed = event
    return event
  }

  /// Marks a reward that nobody claimed in time.
  mutating func lapse(at now: Date) -> RewardLapsed? {
    guard status == .granted, let missed = decided.dueDates.first, missed.due <= now else { return nil }
    status = .lapsed
    return RewardLapsed(
      rewardId: id, petitionId: decided.petitionId, petitionNumber: decided.petitionNumber, region: decided.region,
      at: now, missed: missed)
  }
}
