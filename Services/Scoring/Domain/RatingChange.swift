import Contracts
import FoundationEssentials

/// A change of the shown score or colour, with what brought it.
struct RatingChange: Sendable {
  let at: Date
  let scoreBefore: Points?
  let colourBefore: Colour
  let score: Points?
  let colour: Colour
  let scale: Scale
  let reason: Reason

  /// The events that tell of it, the score first. An event only when what is shown changes.
  func events(subject: String, region: String) -> [any EventPayload] {
    guard let score else { return withdrawal(subject: subject, region: region).map { [$0] } ?? [] }
    var events: [any EventPayload] = []
    if score != scoreBefore {
      events.append(
        ScoreChanged(
          subjectKey: subject, region: region, at: at, entryId: reason.entryId, origin: reason.origin,
          factCodes: reason.codes, points: reason.points.decimal, scoreBefore: (scoreBefore ?? scale.base).decimal,
          score: score.decimal, colour: colour, validUntil: reason.validUntil, petitionId: reason.petitionId,
          derivation: reason.rule ?? scale.reference, siteKey: reason.site))
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

  private func withdrawal(subject: String, region: String) -> RatingWithdrawn? {
    guard let scoreBefore else { return nil }
    return RatingWithdrawn(
      subjectKey: subject, region: region, at: at, colourBefore: colourBefore, scoreBefore: scoreBefore.decimal,
      entryId: reason.entryId, derivation: scale.reference)
  }
}
