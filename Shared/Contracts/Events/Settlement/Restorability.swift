/// Whether the damage can be restored (能否修复).
public enum Restorability: String, Sendable, CaseIterable {
  /// 能够修复.
  case full
  /// 部分能够修复.
  case partial
  /// 无法修复.
  case none
}
