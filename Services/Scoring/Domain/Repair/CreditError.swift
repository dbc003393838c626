import Civics
import Contracts
import FoundationEssentials

/// Why something cannot be done with a case about credit.
enum CreditError: Error, Equatable {
  case rule(RuleLookupError)
  case ruleUnusable(key: String, reason: String)
  /// It is not the case's turn.
  case outOfTurn(step: String, status: CreditCaseStatus)
  /// This kind of case knows no such step.
  case notForKind(step: String, kind: CreditCaseKind)
  /// A field does not fit the others.
  case invalid(field: String, reason: String)
  /// The subject has no such entry.
  case unknownEntry(UUID)
  /// The entry does not count, so there is nothing to repair.
  case entryGone(UUID)
  /// The rules exclude it from repair.
  case excluded(code: String)
  /// The shortest time of publication has not passed.
  case tooEarly(entry: UUID, until: Date)
  /// The period to ask has passed.
  case tooLate(due: Date)
  /// What was wrong is not put right.
  case notRectified(UUID)
  /// The same matter is before another body.
  case otherProcedure(number: String)
  /// The period was extended before.
  case extendedBefore
}
