/// By which method an amount of damage was found.
public enum DamageMethod: String, Sendable, CaseIterable {
  /// 水污染虚拟治理成本法 (GB/T 39793.2-2020).
  case waterVirtualCost = "water-virtual-cost"
  /// 大气污染虚拟治理成本法 (GB/T 39793.1-2020).
  case airVirtualCost = "air-virtual-cost"
  /// The older virtual cost with a multiple by function class (环境损害鉴定评估推荐方法第Ⅱ版).
  case multiplier
  /// Costs and losses as found by an appraisal, an opinion or bills.
  case itemised
  /// A share of the fine, where no cost method applies: where the negotiation starts, not the result.
  case baseline
}
