import Contracts
import FoundationEssentials

/// The shown score and colour of one subject. Follows from its ledger, and is kept so that nobody need add it up.
struct Rating: Sendable {
  let subject: String
  var region: String
  /// Nil while unrated.
  var score: Points?
  var colour: Colour
  var colourSince: Date
  /// How many facts count at present.
  var counting: Int
  /// When a fact next begins or ceases to count.
  var nextChange: Date?
  /// How many events it has had.
  var sequence: Int64
  /// The rule that bounds the colours.
  var reference: Contracts.RuleReference
  var updatedAt: Date

  /// The latest public state.
  var state: RatingState {
    RatingState(
      subjectKey: subject, region: region, sequence: Int(sequence), score: score?.decimal, colour: colour,
      colourSince: colourSince, facts: counting, derivation: reference, updatedAt: updatedAt)
  }

  /// Adds a fact that was recorded now.
  /// - Returns: what changed; nil when what is shown stays.
  mutating func record(_ fact: Fact, ledger: inout Ledger, at now: Date, scale: Scale) throws(ScoringError)
    -> RatingChange?
  {
    guard ledger.add(fact) else { return nil }
    return try follow(ledger, at: now, scale: scale, because: .init(recorded: fact))
  }

  /// Lets one instant pass at which facts begin or cease to count.
  mutating func pass(_ instant: Date, ledger: Ledger, scale: Scale) throws(ScoringError) -> RatingChange? {
    let lapsed = ledger.facts.flatMap { fact in
      fact.lines.filter { $0.weighs && $0.until == instant }.map { (fact: fact, line: $0) }
    }
    let begun = ledger.facts.first { $0.from == instant }.map { RatingChange.Reason(recorded: $0) }
    guard let reason = RatingChange.Reason(lapsed: lapsed) ?? begun else {
      nextChange = ledger.nextChange(after: instant)
      return nil
    }
    return try follow(ledger, at: instant, scale: scale, because: reason)
  }

  private mutating func follow(
    _ ledger: Ledger, at instant: Date, scale: Scale, because reason: RatingChange.Reason
  ) throws(ScoringError) -> RatingChange? {
    let derivation = try ledger.derive(at: instant, scale: scale)
    let change = RatingChange(
      at: instant, scoreBefore: score, colourBefore: colour, score: derivation.score, colour: derivation.colour,
      scale: scale, reason: reason)
    region = ledger.region ?? region
    score = derivation.score
    colour = derivation.colour
    colourSince = try ledger.colourSince(derivation)
    counting = derivation.counting
    nextChange = ledger.nextChange(after: instant)
    reference = scale.reference
    updatedAt = instant
    return change.score == change.scoreBefore && change.colour == change.colourBefore ? nil : change
  }
}
