import Contracts
import FoundationEssentials

/// What the database makes of one plain ledger at an instant.
struct LedgerSum: Sendable {
  /// In the order of the columns of ``LedgerSums``.
  typealias Columns = (String, Int?, String?, Date?, Int, Date?, String?)

  let subject: String
  /// Nil while unrated.
  let score: Points?
  let colour: Colour
  /// Nil where nothing has begun.
  let colourSince: Date?
  let counting: Int
  let nextChange: Date?
  /// Where the newest fact was; nil where there is none.
  let region: String?

  init(_ columns: Columns) throws {
    guard let colour = columns.2.flatMap(Colour.init(rawValue:)) else {
      throw ScoringError.ruleUnusable(
        key: Scale.Key.colours, reason: "no colour has the score \(columns.1.map(Points.init(hundredths:)) ?? .zero)")
    }
    subject = columns.0
    score = columns.1.map(Points.init(hundredths:))
    self.colour = colour
    colourSince = columns.3
    counting = columns.4
    nextChange = columns.5
    region = columns.6
  }
}
