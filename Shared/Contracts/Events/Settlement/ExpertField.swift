/// What an expert or an appraisal body knows.
public enum ExpertField: String, Sendable, CaseIterable {
  /// 大气.
  case air
  /// 地表水与沉积物.
  case surfaceWater = "surface-water"
  /// 地下水.
  case groundwater
  /// 土壤.
  case soil
  /// 固体废物.
  case solidWaste = "solid-waste"
  /// 森林、草原.
  case forestGrass = "forest-grass"
  /// 海洋与渔业.
  case marine
  /// 农业、农用地.
  case agriculture
  /// 生态系统、生物多样性.
  case ecology
  /// 噪声与辐射.
  case noiseRadiation = "noise-radiation"
  /// 损害鉴定评估方法.
  case appraisal
  /// 法律.
  case law
  /// 价格与成本.
  case price
}
