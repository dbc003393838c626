/// Where a fact in the ledger comes from.
public enum FactOrigin: String, Sendable, CaseIterable {
  /// An inspection.
  case inspection
  /// A verified finding of a petition.
  case petition
  /// A penalty.
  case penalty
  /// Something put right.
  case rectification
  /// Study or examination.
  case study
  /// A public apology.
  case apology
  /// What became of a compensation case.
  case compensation
  /// An older fact ran out.
  case expiry
  /// Credit repair, or an objection upheld.
  case repair
}
