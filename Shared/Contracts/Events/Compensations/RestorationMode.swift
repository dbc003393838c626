/// How damage is made good.
public enum RestorationMode: String, Sendable, CaseIterable {
  /// Paid into the one account.
  case money
  /// 就地生态修复.
  case onSite = "on-site"
  /// 增殖放流.
  case fishRelease = "fish-release"
  /// 播增养殖田螺 and other shellfish.
  case snailStocking = "snail-stocking"
  /// 补植复绿.
  case replanting
  /// 小流域治理.
  case basinTreatment = "basin-treatment"
  /// 清理外来物种.
  case alienSpecies = "alien-species"
  /// 蓝碳修复.
  case blueCarbon = "blue-carbon"
  /// 森林维护.
  case forestCare = "forest-care"
  /// 替代修复.
  case substitute
  /// 劳务代偿.
  case labour
}
