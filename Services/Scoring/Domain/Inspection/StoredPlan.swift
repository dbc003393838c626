import Contracts
import FoundationEssentials

/// The inspection plan of a subject as it is kept.
struct StoredPlan: Sendable {
  let subject: String
  let region: String
  let colour: Colour
  let plan: InspectionPlan
  let updatedAt: Date
  /// The order in which subjects got their first plan; nought until it is stored.
  var entry: Int64 = 0
}
