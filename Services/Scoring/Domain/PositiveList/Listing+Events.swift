import Contracts
import FoundationEssentials

extension Listing {
  func recommended(colour: Colour) -> PositiveListRecommended {
    PositiveListRecommended(
      subjectKey: subject, region: region, at: recommendedAt, entryId: id, ground: ground, colour: colour,
      derivation: rule)
  }

  func entered(at instant: Date, until end: Date) -> PositiveListEntered {
    PositiveListEntered(
      subjectKey: subject, region: region, at: instant, entryId: id, screening: screening, validUntil: end,
      derivation: rule)
  }

  func refused(at instant: Date) -> PositiveListRefused {
    PositiveListRefused(subjectKey: subject, region: region, at: instant, entryId: id, unmet: unmet, derivation: rule)
  }

  func removed(_ ending: ListingRules.Ending, at instant: Date) -> PositiveListRemoved {
    PositiveListRemoved(
      subjectKey: subject, region: region, at: instant, entryId: id, cause: ending.cause, factCodes: ending.factCodes,
      barredUntil: ending.barredUntil, derivation: rule)
  }
}
