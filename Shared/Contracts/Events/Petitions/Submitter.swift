/// Who submitted a complaint.
public enum Submitter: String, Sendable, CaseIterable {
  /// A citizen, named or not.
  case citizen
  /// A volunteer registered with the bureau (环保监督员).
  case supervisor
}
