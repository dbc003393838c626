import Contracts
import FoundationEssentials

extension Ledger {
  /// A score and its colour from an instant on.
  struct Moment: Sendable, Equatable {
    let at: Date
    /// Nil while unrated.
    let score: Points?
    let colour: Colour
  }

  /// How score and colour came to be what they are: every change up to an instant, each by the scale then in force.
  /// - Parameter most: as many of the last instants are looked at; a ledger with more begins later.
  func history(through end: Date, scales: ScaleHistory, most: Int = 200) throws(ScoringError) -> [Moment] {
    let edges = entries.flatMap(\.edges)
    guard let first = edges.min() else { return [] }
    let instants = Set(edges + scales.instants.filter { $0 > first }).filter { $0 <= end }.sorted()
    var moments: [Moment] = []
    for instant in instants.suffix(most) {
      let derived = try derive(at: instant, scale: scales.scale(at: instant))
      if let last = moments.last, last.score == derived.score, last.colour == derived.colour { continue }
      moments.append(Moment(at: instant, score: derived.score, colour: derived.colour))
    }
    return moments
  }
}
