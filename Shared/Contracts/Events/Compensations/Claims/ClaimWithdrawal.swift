/// Why a claim was taken back.
public enum ClaimWithdrawal: String, Sendable, CaseIterable {
  /// The obligor paid in the meantime.
  case paidByObligor = "paid-by-obligor"
  /// The damage is not covered after all.
  case notCovered = "not-covered"
  /// It was entered in error.
  case enteredInError = "entered-in-error"
}
