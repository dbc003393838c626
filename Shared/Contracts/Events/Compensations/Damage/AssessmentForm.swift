/// Who assessed a damage, and how formally.
public enum AssessmentForm: String, Sendable, CaseIterable {
  /// 司法鉴定: by a judicial appraisal body.
  case judicialAppraisal = "judicial-appraisal"
  /// By a body that the ministry recommends.
  case recommendedBody = "recommended-body"
  /// By whom both parties commissioned.
  case jointCommission = "joint-commission"
  /// 专家意见, in a simple case.
  case expertOpinion = "expert-opinion"
  /// 综合认定 from documents and monitoring reports, in a simple case.
  case comprehensive
}
