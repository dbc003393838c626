/// The kinds of environmental harm of the national 12369 statistics; one report can name several.
public enum Category: String, Sendable, CaseIterable {
  /// 大气: odour, smoke, dust, industrial gas.
  case air
  /// 噪声: construction, industry, traffic, entertainment.
  case noise
  /// 水: waste water, sewage, black water.
  case water
  /// 固体废物, hazardous waste included.
  case solidWaste = "solid-waste"
  /// 生态破坏.
  case ecology
  /// 辐射.
  case radiation
  /// Anything else.
  case other
}
