import Contracts
import FoundationEssentials

/// One step of staff: what they say, and what it does to a petition.
///
/// Pure: decides and changes the petition given, and answers what the world is to be told. That a step is the
/// petition's turn is checked before, by `Petition.begin`.
protocol PetitionStep: JSONConvertible {
  static var name: StepName { get }

  /// - Parameter circumstances: when and by whom, and under which rules.
  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects
}

/// When, by whom and under which rules a step is taken.
struct Circumstances: Sendable {
  /// The business instant.
  let now: Date
  /// Who takes the step, as the token names them.
  let actor: String
  /// The divisions in which they may act.
  var territory: [String] = []
  let rules: PetitionRules
}
