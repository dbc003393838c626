/// What a policy covers.
public enum InsuranceCover: String, Sendable, CaseIterable {
  /// 生态环境损害.
  case ecologicalDamage = "ecological-damage"
  /// 应急处置与清污费用.
  case emergencyCleanUp = "emergency-clean-up"
  /// 法律服务费用.
  case legalServices = "legal-services"
}
