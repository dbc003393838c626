import Contracts
import FoundationEssentials

/// Which cases a list shows, and in which order. Filters narrow each other.
struct CaseFilter: Sendable {
  /// Six-digit codes; a division covers those below it. Nobody sees cases outside the own regions.
  var regions: [String]
  var statuses: [CompensationStatus] = []
  var sources: [ClueSource] = []
  var department: String?
  var subject: String?
  /// The case's number, whole.
  var number: String?
  var penaltyNumber: String?
  var petitionId: UUID?
  var keyLevel: KeyCaseLevel?
  var isOverdue: Bool?
  var isDual: Bool?
  var isSuspended: Bool?
  var hasNoObligor: Bool?
  var openedFrom: Date?
  var openedBefore: Date?
  var dueBefore: Date?
  var order = CaseOrder.newest
  var after: CaseMark?
  var limit = 50
}
