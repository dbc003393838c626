/// The two sides that draw experts together (共同抽取).
public enum PanelParty: String, Sendable, CaseIterable {
  /// 办案机构, for the holder of the right (赔偿权利人).
  case bureau
  /// 赔偿义务人.
  case obligor
}
