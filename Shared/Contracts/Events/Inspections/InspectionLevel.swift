/// Whose draw it is; the quotas differ.
public enum InspectionLevel: String, Sendable, CaseIterable {
  /// 设区的市.
  case city
  /// 县(市、区).
  case county
}
