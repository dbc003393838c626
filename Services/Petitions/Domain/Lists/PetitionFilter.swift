import Contracts
import FoundationEssentials

/// Which petitions a list shows, and in what order.
struct PetitionFilter: Sendable {
  /// Six-digit codes; a division covers those below it. Nobody sees petitions outside the own regions.
  var regions: [String]
  /// Any of these; empty means all. The same for channels and categories.
  var statuses: [PetitionStatus] = []
  var channels: [IntakeChannel] = []
  var categories: [Category] = []
  /// The unit that has the case.
  var unit: String?
  /// Whom it concerns: the key of an enterprise or site.
  var subject: String?
  /// What the number begins with.
  var number: PetitionNumberFront?
  /// From this instant on, and before that one.
  var receivedFrom: Date?
  var receivedBefore: Date?
  /// The earliest clock that runs ends from this instant on, and before that one.
  var dueFrom: Date?
  var dueBefore: Date?
  /// Whether a clock has run out and is not made good.
  var isOverdue: Bool?
  /// Whether a higher level supervises the handling (督办).
  var isSupervised: Bool?
  /// Whether special secrecy was asked for.
  var isSecret: Bool?
  var order = PetitionOrder.newest
  /// The last petition seen.
  var after: PetitionMark?
  var limit = 50

  init(regions: [String], limit: Int = 50) {
    self.regions = regions
    self.limit = limit
  }
}
