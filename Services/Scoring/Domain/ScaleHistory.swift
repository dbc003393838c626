import FoundationEssentials

/// The scales that were in force one after the other.
struct ScaleHistory: Sendable {
  /// A scale, and the instant from which it is in force.
  struct Turn: Sendable {
    let at: Date
    let scale: Scale
  }

  /// Ascending; the first is taken for what was in force before it too, as far as anybody can say.
  private let turns: [Turn]
  /// The instants at which a scale came into force by which some score or colour is another, ascending.
  let instants: [Date]

  init(_ first: Turn, _ more: [Turn] = []) {
    turns = [first] + more
    instants = zip(turns, more).filter { !$0.scale.isSame(as: $1.scale) }.map(\.1.at)
  }

  /// One scale for all time.
  init(_ scale: Scale) { self.init(Turn(at: .distantPast, scale: scale)) }

  /// The scale in force at an instant.
  func scale(at instant: Date) -> Scale { (turns.last { $0.at <= instant } ?? turns[0]).scale }
}
