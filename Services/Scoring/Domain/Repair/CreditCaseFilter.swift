import Contracts
import FoundationEssentials

/// Which cases about credit a list shows, the newest first.
struct CreditCaseFilter: Sendable {
  /// Six-digit codes; a division covers those below it.
  var regions: [String]
  var subject: String?
  /// Any of these; empty means all.
  var kinds: [CreditCaseKind] = []
  var statuses: [CreditCaseStatus] = []
  /// Whether a duty has run out and is not made good.
  var isOverdue: Bool?
  /// A duty that runs ends before this instant.
  var dueBefore: Date?
  /// The entry of the last line seen.
  var before: Int64?
  var limit = 50
}
