import Contracts
import FoundationEssentials

/// A claim as staff see it.
enum ClaimView {
  static func json(_ claim: InsuranceClaim) -> JSON {
    var object = claim.file.json.object ?? JSONObject()
    object.set("claimId", claim.id)
    object.set("claimNumber", claim.number)
    object.set("caseId", claim.caseId)
    object.set("policyId", claim.policyId)
    object.set("region", claim.region)
    object.set("status", code: claim.status)
    object.set("paidFen", claim.paidFen)
    object.set("outstandingFen", claim.outstandingFen)
    object.set("overdue", claim.isOverdue)
    object.set("updatedAt", claim.updatedAt)
    return .object(object)
  }
}
