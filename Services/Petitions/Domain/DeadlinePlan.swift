import Civics
import FoundationEssentials

/// What a clock is counted by: its period with where it stands, and whom its end concerns.
struct DeadlinePlan: Sendable {
  let kind: DeadlineKind
  let period: LegalPeriod
  /// The rule's key in its pack.
  let rule: String
  let pack: String
  let version: String
  /// SHA-256 of the pack's canonical bytes.
  let packHash: String
  /// The article or the reason behind the period, which may be a table's row's own.
  let article: String
  let notice: DeadlineNotice
}
