import Civics
import Contracts
import FoundationEssentials

/// A claim against an insurer for one case (理赔).
struct InsuranceClaim: Sendable {
  let id: UUID
  /// The order of filing; 0 before it is kept.
  var entry: Int64 = 0
  let number: String
  let caseId: UUID
  let policyId: UUID
  let region: String
  var status = ClaimStatus.filed
  var paidFen: Int64 = 0
  var file: ClaimFile
  var updatedAt: Date

  /// What the insurer still owes.
  var outstandingFen: Int64 { max(0, file.claimedFen - paidFen) }
  /// Whether its period has run out and it still owes.
  var isOverdue: Bool { file.clock?.isOverdue ?? false }
  /// Whether money of the obligor goes to the insurer now.
  var isRecovering: Bool { (file.recourse?.outstandingFen ?? 0) > 0 }
}
