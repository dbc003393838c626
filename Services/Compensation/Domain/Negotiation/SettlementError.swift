import Contracts

/// Why a step towards a settlement cannot be taken: the parties, the law or the rules ask for something first.
enum SettlementError: Error, Equatable {
  /// Nobody liable is known, so there is nobody to negotiate with.
  case noObligor
  /// Something must be done first: a step, or what a step finds.
  case first(String)
  /// It was done before.
  case doneBefore(String)
  /// A period must run out first.
  case tooEarly(DueDate)
  /// The period is over.
  case periodOver(DueDate)
  /// As many rounds were held as the rules allow.
  case roundsOver(Int)
  /// The negotiation was renewed as often as the rules allow.
  case renewalsOver(Int)
  /// What is paid and made good in kind is not the amount.
  case amountsDiffer(amountFen: Int64, coveredFen: Int64)
  /// The city's rules do not know labour instead of money, or another practice.
  case notPractised(String)
  /// Not all conditions for labour instead of money were found.
  case conditionsMissing([String])
  /// A restoration is not done: what lacks.
  case notAllDone([RestorationMeasure])
}
