import FoundationEssentials

/// A place in a list of petitions: behind the petition with these keys.
struct PetitionMark: Sendable, Hashable {
  /// The instant of receipt, or the due date in a list by due dates.
  let instant: Date
  /// Among those of one instant, the order of receipt.
  let entry: Int64
}
