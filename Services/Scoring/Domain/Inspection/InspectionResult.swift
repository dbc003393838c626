import Contracts
import FoundationEssentials

/// What a double-random inspection came to, and by when it must be public.
struct InspectionResult: Sendable, Equatable {
  let inspectionNumber: String
  let inspectedAt: Date
  let onSite: Bool
  let problems: Bool
  let factCodes: [String]
  let publishBy: Date
  let rule: Contracts.RuleReference
  let recordedBy: String
  /// Nil until it is public.
  var publishedAt: Date?
  /// The order in which results became public.
  var publicEntry: Int64?
}
