import Contracts
import FoundationEssentials

/// How a score comes about at one instant: line by line, so that every point can be explained.
struct Derivation: Sendable {
  /// Whether a line counts, and if not, why.
  enum Standing: String, Sendable {
    case counts
    /// It was established later.
    case notYet = "not-yet"
    /// Its validity has ended.
    case lapsed
    /// A later fact withdrew it.
    case withdrawn
    /// It is about a site that was not the subject's then.
    case notOwned = "not-owned"
    /// Another entry on the same act counts already: nobody pays twice for one thing.
    case countedAlready = "counted-already"
    /// The rule packs give it no points.
    case withoutPoints = "without-points"
  }

  struct Line: Sendable {
    let fact: Fact
    /// Nil for a fact without any code, such as an inspection that found nothing.
    let line: FactLine?
    let standing: Standing
    /// The fact that withdrew it.
    let withdrawnBy: UUID?
    /// The sum after this line, before it is kept inside the scale.
    let runningTotal: Points
  }

  let subject: String
  let at: Date
  let scale: Scale
  let lines: [Line]
  /// The sum, before it is kept inside the scale.
  let total: Points
  /// Whether one vote holds the score at the lowest.
  let isVetoed: Bool
  /// Nil while unrated.
  let score: Points?
  let colour: Colour

  /// How many facts count. The lines of one stand together.
  var counting: Int {
    var last: Fact?
    return lines.count { line in
      guard line.standing == .counts, line.fact !== last else { return false }
      last = line.fact
      return true
    }
  }
}
