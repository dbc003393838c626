/// What a broadcast is about; each kind has its template.
enum BroadcastKind: String, Sendable, CaseIterable {
  /// 培训.
  case training
  /// 宣讲会, 送法入企.
  case briefing
  /// 典型案例: for the bureaus' own people to study, and for the public.
  case typicalCases = "typical-cases"
  /// 企业环保咨询日.
  case consultationDay = "consultation-day"
  /// Anything else that many must know.
  case notice

  var template: String { "broadcast-\(rawValue)" }
}
