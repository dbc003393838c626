import Contracts
import FoundationEssentials

/// The shown score and colour of one subject. Follows from its ledger, and is kept so that nobody need add it up.
struct Rating: Sendable, Equatable {
  let subject: String
  /// The order in which subjects became known.
  var entry: Int64
  var region: String
  /// The enterprise that owns it, for a site.
  var owner: String?
  /// Nil while unrated.
  var score: Points?
  var colour: Colour
  var colourSince: Date
  /// How many facts count at present.
  var counting: Int
  /// When something next begins or ceases to count.
  var nextChange: Date?
  /// Whether each line of the ledger counts for itself (``Ledger/isPlain``).
  var isPlain: Bool
  /// How many events it has had.
  var sequence: Int64
  /// The rule that bounds the colours.
  var reference: Contracts.RuleReference
  var updatedAt: Date

  /// The latest public state.
  var state: RatingState {
    RatingState(
      subjectKey: subject, region: region, sequence: Int(sequence), score: score?.decimal, colour: colour,
      colourSince: colourSince, facts: counting, derivation: reference, updatedAt: updatedAt, ownerKey: owner)
  }

  /// Whether its ledger is a plain sum in which nothing has begun or ceased to count, and no scale has come into force, since
  /// it was last looked at.
  func isPlainSum(at now: Date, scales: ScaleHistory) -> Bool {
    isPlain && owner == nil && nextChange ?? .distantFuture > now
      && !scales.instants.contains { $0 > updatedAt && $0 <= now }
  }

  /// Adds a fact that was recorded now.
  /// - Returns: what changed; nil when what is shown stays.
  mutating func record(_ fact: Fact, ledger: inout Ledger, at now: Date, scales: ScaleHistory) throws(ScoringError)
    -> RatingChange?
  {
    guard ledger.add(fact) else { return nil }
    return try follow(ledger, at: now, scales: scales, because: .init(recorded: fact, in: ledger))
  }

  /// Lets one instant pass at which something begins or ceases to count.
  mutating func pass(_ instant: Date, ledger: Ledger, scales: ScaleHistory) throws(ScoringError) -> RatingChange? {
    let lapsed = ledger.facts.flatMap { fact in
      fact.lines.filter { $0.weighs && $0.until == instant }.map { (fact: fact, line: $0) }
    }
    let begun = ledger.facts.first { $0.from == instant } ?? ledger.entries.first { $0.edges.contains(instant) }?.fact
    guard
      let reason = RatingChange.Reason(lapsed: lapsed, of: subject)
        ?? begun.map({ RatingChange.Reason(recorded: $0, in: ledger) })
    else {
      nextChange = ledger.nextChange(after: instant)
      return nil
    }
    return try follow(ledger, at: instant, scales: scales, because: reason)
  }

  /// Takes over the scale that is in force at an instant.
  mutating func adopt(_ scales: ScaleHistory, at instant: Date, ledger: Ledger) throws(ScoringError) -> RatingChange? {
    try follow(ledger, at: instant, scales: scales, because: .init(rules: scales.scale(at: instant)))
  }

  /// What the ledger makes of the subject at an instant, all but the count of its events.
  mutating func derive(from ledger: Ledger, at instant: Date, scales: ScaleHistory) throws(ScoringError) {
    let scale = scales.scale(at: instant)
    let derivation = try ledger.derive(at: instant, scale: scale)
    region = ledger.region ?? region
    owner = ledger.owner(at: instant)
    score = derivation.score
    colour = derivation.colour
    colourSince = try ledger.colourSince(derivation, scales: scales)
    counting = derivation.counting
    nextChange = ledger.nextChange(after: instant)
    isPlain = ledger.isPlain
    reference = scale.reference
  }

  private mutating func follow(
    _ ledger: Ledger, at instant: Date, scales: ScaleHistory, because reason: RatingChange.Reason
  ) throws(ScoringError) -> RatingChange? {
    let (scoreBefore, colourBefore) = (score, colour)
    try derive(from: ledger, at: instant, scales: scales)
    updatedAt = instant
    guard score != scoreBefore || colour != colourBefore else { return nil }
    return RatingChange(
      at: instant, scoreBefore: scoreBefore, colourBefore: colourBefore, score: score, colour: colour,
      scale: scales.scale(at: instant), reason: reason)
  }
}
