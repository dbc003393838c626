/// What restoration is counted in.
public enum RestorationUnit: String, Sendable, CaseIterable {
  /// 元.
  case yuan
  /// 平方米.
  case squareMetre = "square-metre"
  /// 立方米.
  case cubicMetre = "cubic-metre"
  /// 尾: fish fry.
  case fry
  /// 粒: snails and other shellfish.
  case snail
  /// 棵: trees and shrubs.
  case seedling
  /// 吨.
  case tonne
  /// 小时: labour.
  case hour
  /// 次: patrols.
  case time
}
