import Contracts
import FoundationEssentials

/// A change of the shown score or colour, with what brought it.
struct RatingChange: Sendable {
  /// What brought a change: a new fact, or an old one that ran out.
  struct Reason: Sendable {
    let entryId: UUID
    let origin: FactOrigin
    let codes: [String]
    let points: Points
    let validUntil: Date?
    let petitionId: UUID?
    /// The rule that gave the points; nil where none did.
    let rule: Contracts.RuleReference?
    let correlation: String
  }

  let at: Date
  let scoreBefore: Points?
  let colourBefore: Colour
  let score: Points?
  let colour: Colour
  let scale: Scale
  let reason: Reason

  /// The events that tell of it, the score first. An event only when what is shown changes.
  func events(subject: String, region: String) -> [any EventPayload] {
    guard let score else { return [] }
    var events: [any EventPayload] = []
    if score != scoreBefore {
      events.append(
        ScoreChanged(
          subjectKey: subject, region: region, at: at, entryId: reason.entryId, origin: reason.origin,
          factCodes: reason.codes, points: reason.points.decimal, scoreBefore: (scoreBefore ?? scale.base).decimal,
          score: score.decimal, colour: colour, validUntil: reason.validUntil, petitionId: reason.petitionId,
          derivation: reason.rule ?? scale.reference))
    }
    if colour != colourBefore {
      events.append(
        ColourChanged(
          subjectKey: subject, region: region, at: at, colourBefore: colourBefore, colour: colour,
          score: score.decimal, positiveListRecommended: scale.recommendsPositiveList(colour) ? true : nil,
          entryId: reason.entryId, derivation: scale.reference))
    }
    return events
  }
}

extension RatingChange.Reason {
  /// A fact that was recorded or begins to count.
  init(recorded fact: Fact) {
    let heaviest = fact.lines.max { abs($0.points.hundredths) < abs($1.points.hundredths) }
    self.init(
      entryId: fact.id, origin: fact.origin, codes: fact.codes,
      points: fact.lines.reduce(.zero) { $0 + $1.points }, validUntil: fact.lines.compactMap(\.until).max(),
      petitionId: fact.petitionId, rule: heaviest?.rule, correlation: fact.correlation)
  }

  /// Lines that ran out; their points are given back.
  init?(lapsed lines: [(fact: Fact, line: FactLine)]) {
    guard let first = lines.first else { return nil }
    self.init(
      entryId: first.fact.id, origin: .expiry, codes: lines.map(\.line.code),
      points: -lines.reduce(.zero) { $0 + $1.line.points }, validUntil: nil, petitionId: first.fact.petitionId,
      rule: first.line.rule, correlation: first.fact.correlation)
  }
}
