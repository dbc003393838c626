/// Whose pool of experts it is.
public enum PoolLevel: String, Sendable, CaseIterable {
  /// 市级专家库.
  case city
  /// 县级专家库.
  case county
}
