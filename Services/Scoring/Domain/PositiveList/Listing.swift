import Contracts
import FoundationEssentials

/// A subject's way onto, and off, the positive list (监督执法正面清单): recommended, then entered or refused by staff,
/// removed in the end.
struct Listing: Sendable, Equatable {
  enum Status: String, Sendable, CaseIterable {
    case recommended
    case listed
    case refused
    case removed
  }

  let id: UUID
  let subject: String
  var region: String
  let ground: ListingGround
  var status: Status
  let recommendedAt: Date
  /// When staff entered or refused it.
  var decidedAt: Date?
  var decidedBy: String?
  /// The items of the screening it met.
  var screening: [String] = []
  /// The conditions it did not meet.
  var unmet: [String] = []
  /// The first instant at which it is on the list no longer.
  var validUntil: Date?
  var removedAt: Date?
  var cause: RemovalCause?
  var factCodes: [String] = []
  var barredUntil: Date?
  /// The rule of the last decision.
  var rule: Contracts.RuleReference
  /// How often it was written.
  var version: Int64 = 1
  /// The order of recommendation; nought until it is stored.
  var entry: Int64 = 0

  var isOpen: Bool { status == .recommended || status == .listed }
  /// When it was refused or removed.
  var closedAt: Date? { status == .refused ? decidedAt : removedAt }
}
