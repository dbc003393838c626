/// Who appraises damage, beside a panel of experts (鉴定评估).
public enum AppraisalKind: String, Sendable, CaseIterable {
  /// 司法鉴定机构.
  case judicial
  /// 国务院主管部门推荐的鉴定评估机构.
  case recommended
  /// 双方共同委托的其他机构.
  case joint
}
