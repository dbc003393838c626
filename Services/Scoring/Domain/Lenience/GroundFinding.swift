import Contracts

/// A ground for leniency that was looked at, and what came of it.
struct GroundFinding: Sendable, Equatable {
  /// Why a ground applies, or not.
  enum Reason: String, Sendable, CaseIterable {
    case conditionsMet = "conditions-met"
    case itemUnknown = "item-unknown"
    case violationNotCovered = "violation-not-covered"
    case factorNotFound = "factor-not-found"
    case factorWithoutEvidence = "factor-without-evidence"
    case factorRefuted = "factor-refuted"
    case measureMissing = "measure-missing"
    case measureOutside = "measure-outside"
    case ruleNotInForce = "rule-not-in-force"
    case excluded
    case notRequested = "not-requested"
    case requestedTooLate = "requested-too-late"
    case notRectified = "not-rectified"
    case apologyMissing = "apology-missing"
    case pledgeMissing = "pledge-missing"
    case pledgeUsed = "pledge-used"
    case pledgeBroken = "pledge-broken"
    case studyMissing = "study-missing"
    case compensationNotPerformed = "compensation-not-performed"
    case compensationScreening = "compensation-screening"
  }

  /// The codes of grounds that are no items of the catalogue.
  enum Code {
    static let apology = "APOLOGY"
    static let study = "STUDY"
    static let compensation = "COMPENSATION"
  }

  /// A code of the catalogue, or one of ``Code``.
  let ground: String
  let reason: Reason
  /// The reason in full, for the document.
  let detail: String
  /// How much lighter it makes the fine; nil where it does not apply, or waives the penalty.
  var rate: RateRange?
  var effect: CatalogueItem.Effect?
  let reference: Contracts.RuleReference?

  var applies: Bool { reason == .conditionsMet }

  /// As events carry it.
  var contract: LeniencyGround {
    LeniencyGround(ground: ground, applies: applies, reason: reason.rawValue, rule: reference)
  }
}
