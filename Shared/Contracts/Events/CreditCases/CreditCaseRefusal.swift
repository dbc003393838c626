/// Why an application was not accepted.
public enum CreditCaseRefusal: String, Sendable, CaseIterable {
  /// It belongs to another body.
  case notCompetent = "not-competent"
  /// The shortest time of publication has not passed (最短公示期).
  case tooEarly = "too-early"
  /// The period to apply has passed.
  case tooLate = "too-late"
  /// What was wrong is not put right, or the penalty not performed.
  case notRectified = "not-rectified"
  /// The rules exclude this entry from repair.
  case excluded
  /// The entry does not count any more.
  case entryGone = "entry-gone"
  /// The same matter is before another body.
  case otherProcedure = "other-procedure"
  /// What is missing was asked for and did not come.
  case incomplete
}
