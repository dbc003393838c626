/// Why an inspection was made.
public enum InspectionKind: String, Sendable, CaseIterable {
  /// 双随机、一公开.
  case doubleRandom = "double-random"
  /// A special campaign.
  case special
  /// After a complaint.
  case complaint
  /// By a higher level (上级督察).
  case supervision
  /// To see what became of an earlier finding.
  case followUp = "follow-up"
  /// A visit to help; never a deduction.
  case serviceVisit = "service-visit"
}
