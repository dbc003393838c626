/// As what somebody takes part in a negotiation.
public enum MeetingRole: String, Sendable, CaseIterable {
  /// 办案机构.
  case bureau
  /// 赔偿义务人.
  case obligor
  /// 其他部门.
  case department
  /// 检察机关.
  case procuratorate
  /// 人民法院.
  case court
  /// 村民代表.
  case villageRepresentative = "village-representative"
  /// 律师.
  case lawyer
  /// 专家.
  case expert
  /// 保险机构.
  case insurer
  /// 调解组织.
  case mediator
  /// 其他公众.
  case citizen
}
