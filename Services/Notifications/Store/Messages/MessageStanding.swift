import FoundationEssentials

/// Where a message stands beside its course.
struct MessageStanding: Sendable {
  let status: String
  let isAcknowledged: Bool
  /// The member of staff who delivers it by hand, and until when it is left to them.
  let takenBy: String?
  let takenUntil: Date?

  /// Whether this member of staff has it now.
  func isInHands(of person: String, at now: Date) -> Bool {
    takenBy == person && (takenUntil.map { $0 > now } ?? false)
  }
}
