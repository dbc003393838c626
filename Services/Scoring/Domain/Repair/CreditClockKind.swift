/// The clocks of a case about credit: duties, each met by a step, and rights, which lapse in silence.
enum CreditClockKind: String, Sendable, CaseIterable {
  /// From the application until it is taken on or refused.
  case acceptance
  /// From receiving the copy until the bureau's answer and evidence are handed in (答复、答辩).
  case answer
  /// Until the decision, the judgment, or that of the second instance.
  case decision
  /// A right: from the service of a judgment, either side may appeal (上诉).
  case appeal
  /// A right: from the decision of a review, the subject may go to court (起诉).
  case suit

  /// Whether somebody must do something: then its end is warned of and told.
  var isDuty: Bool { self != .appeal && self != .suit }
}
