/// The procedure of a petition; it decides the clock (信访工作条例 §29–31).
public enum PetitionProcedure: String, Sendable, CaseIterable {
  /// 建议意见, §29.
  case suggestion
  /// 检举控告, §30.
  case accusation
  /// 申诉求决, §31(6): 60 days and at most 30 more.
  case appeal
  /// A request to punish pollution, §31(5): under the law of enforcement.
  case enforcement
  /// For court, arbitration or review, §31(1): guided away.
  case litigation
}
