import Contracts
import FoundationEssentials

/// Which messages a list shows, the latest first. Filters narrow each other.
struct MessageFilter: Sendable {
  /// Six-digit codes; a division covers those below it. Nobody sees messages outside the own regions.
  var regions: [String]
  var statuses: [MessageStatus] = []
  var audiences: [MessageAudience] = []
  /// By the channel whose turn it is, or by which it ended.
  var channels: [ContactChannel] = []
  var urgencies: [MessageUrgency] = []
  var template: String?
  var subject: String?
  var petitionId: UUID?
  var addressee: String?
  /// The number of the document, whole.
  var documentNumber: String?
  /// Of those that want it: whether the receiver said that they came.
  var isAcknowledged: Bool?
  /// When they came in, in real time.
  var from: Date?
  var before: Date?
  /// The ordinal of the last line seen.
  var after: Int64?
  var limit = 50
}
