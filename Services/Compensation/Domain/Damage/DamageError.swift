import Civics
import Contracts

/// Why an amount of damage cannot be computed or taken.
enum DamageError: Error, Equatable {
  /// A coefficient lies outside of the range that the rules allow.
  case outOfRange(field: String, value: Ratio, range: RatioInterval, source: String)
  /// The rules have no row for what was given.
  case notInTable(field: String, value: String, known: [String])
  /// A limit of zero: nothing can be a multiple of it.
  case zeroLimit(field: String)
  /// A field does not fit the others.
  case invalid(field: String, reason: String)
  /// The exact product does not fit: quantities or prices no damage has.
  case tooLarge
  /// What is asked for as a simple case is none.
  case notSimple(amountFen: Int64, limitFen: Int64, reason: String)
  /// No fine of this kind is known, and none was given.
  case fineUnknown(FineBasis)
  /// The fine given is not the one that the penalty system told.
  case fineDiffers(basis: FineBasis, toldFen: Int64)
  /// The rule packs lack a rule or have one of another kind.
  case rule(RuleLookupError)
}
