import Contracts
import FoundationEssentials

/// Why a batch cannot be formed, or a step not be taken with it.
enum BatchError: Error, Equatable {
  /// A batch has two cases at least, each once, and no more than the limit.
  case size(least: Int, most: Int)
  /// A case does not exist, lies outside the batch's region, is not under way, has no obligor, or is in a batch already.
  case caseUnfit(UUID, reason: String)
  /// The city's rules do not let this be done jointly.
  case notJoint(part: String, listed: [String])
  /// A step is asked for that no batch takes.
  case unknownStep(String)
  /// What is said of a case that is not in the batch.
  case notInBatch(UUID)
  /// The step cannot be taken with one of the cases, so it is taken with none.
  case refused(UUID, CompensationError)
  /// The rule packs lack a rule.
  case rule(CompensationError)
}
