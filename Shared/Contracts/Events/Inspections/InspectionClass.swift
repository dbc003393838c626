/// How closely a unit under supervision is drawn (双随机抽查对象分类).
public enum InspectionClass: String, Sendable, CaseIterable {
  /// 重点排污单位.
  case key
  /// 特殊监管对象: fined, red, or complained of, drawn every quarter.
  case special
  /// 一般排污单位.
  case general
}
