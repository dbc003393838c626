import Contracts

/// What counts together: at an instant, or what is added and taken away there.
struct Tally: Sendable {
  /// Without the scale's base.
  private(set) var points = Points.zero
  private(set) var vetoes = 0
  /// How many entries stand as a judgment of the record.
  var judgments = 0

  init(judgments: Int = 0) { self.judgments = judgments }

  init(_ line: FactLine) { add(line) }

  mutating func add(_ line: FactLine) {
    points += line.points
    if line.isVeto { vetoes += 1 }
  }

  mutating func add(_ other: Tally) {
    points += other.points
    vetoes += other.vetoes
    judgments += other.judgments
  }

  mutating func take(_ other: Tally) {
    points += -other.points
    vetoes -= other.vetoes
    judgments -= other.judgments
  }

  /// Kept inside the scale; nil while unrated.
  func score(_ scale: Scale) -> Points? {
    guard judgments > 0 else { return nil }
    return vetoes > 0 ? scale.lowest : scale.clamp(scale.base + points)
  }

  /// The colour of a score, `unrated` without one.
  static func colour(_ score: Points?, _ scale: Scale) throws(ScoringError) -> Colour {
    guard let score else { return .unrated }
    return try scale.colour(of: score)
  }
}
