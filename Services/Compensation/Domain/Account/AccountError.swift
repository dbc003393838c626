import Civics
import Contracts

/// Why something cannot be booked or done with the account.
enum AccountError: Error, Equatable {
  /// Money that waits is not there, or less of it than is asked for.
  case nothingWaiting(leftFen: Int64)
  /// The case cannot take the money.
  case caseTakesNone(CompensationStatus)
  /// What is asked for is more than the case, the claim or the account has.
  case notCovered(availableFen: Int64)
  /// The project has less left of its budget.
  case overBudget(leftFen: Int64)
  /// The year is not over, or is closed or audited already.
  case yearOutOfTurn(year: Int, status: String)
  /// The books of the year have changed since they were closed, which nobody can do by the program.
  case booksChanged(year: Int)
  /// Whoever kept a year's books does not audit them.
  case notIndependent(year: Int)
  /// A field does not fit.
  case invalid(field: String, reason: String)
  /// The entry was taken back before, or is itself one that takes another back.
  case notReversible
  /// Another movement was booked under this number.
  case documentTaken(String)
  /// The rule packs lack a rule or have one of another kind.
  case rule(RuleLookupError)
}
