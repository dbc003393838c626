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
  /// Credit repair (信用修复).
  case repair
  /// A transfer to the police, or what became of it.
  case crime
  /// A recorded finding that nothing was to be punished (不予处罚).
  case lenience
  /// An earlier fact was found wrong.
  case correction
  /// An objection was decided (异议).
  case objection
  /// An administrative review was decided (行政复议).
  case review
  /// A court decided on an act of the bureau (行政诉讼).
  case litigation
  /// A site was linked to its owner.
  case link
  /// The rules of the scale changed.
  case rules
}
