import Civics
import Contracts

/// Why a step with a joint draw of experts cannot be taken.
enum ExpertDrawError: Error, Equatable {
  /// Fewer experts than the rules ask for.
  case panelTooSmall(least: Int, asked: Int)
  /// The step is not allowed where the draw stands.
  case outOfTurn(step: String, status: ExpertDraw.Status)
  /// The party did it before.
  case doneBefore(PanelParty)
  /// Both parties must have committed to a seed or left the chance to the others.
  case partyMissing(PanelParty)
  /// The seed is not the one committed to.
  case notCommittedTo
  /// Fewer experts can be drawn than the panel needs.
  case poolTooSmall(size: Int, panelSize: Int)
  /// Nobody is left in the order of the draw to take the place.
  case poolExhausted
  /// The expert is not on the panel.
  case notOnPanel(String)
  /// An expert of the panel has an interest in the case and must be replaced first.
  case mustStandBack(String, ExclusionGround)
  /// The expert's opinion is there already.
  case opinionGiven(String)
  /// The opinion leaves out cases of the draw, or names others.
  case amountsOfOtherCases
  /// One of the cases does not stand where experts are drawn, or has a draw under way.
  case caseNotReady(String)
  /// A field does not fit.
  case invalid(field: String, reason: String)
  /// The draw itself cannot be made.
  case draw(DrawError)
  /// The rule packs lack a rule.
  case rule(RuleLookupError)
}
