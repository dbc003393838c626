import Contracts
import FoundationEssentials

/// What money of the account is spent on: every spending is tied to one.
struct FundProject: Sendable {
  let id: UUID
  /// The order of approval; 0 before it is kept.
  var entry: Int64 = 0
  let number: String
  var form: ProjectForm
  var spentFen: Int64 = 0
  /// Counts its changes.
  var version: Int64 = 1
  var updatedAt: Date

  var leftFen: Int64 { max(0, form.budgetFen - spentFen) }
}
