/// Why no case is started (生态环境损害赔偿管理规定 §18).
public enum NotStartedReason: String, Sendable, CaseIterable {
  /// The check found no damage.
  case noDamage = "no-damage"
  /// The obligor has already performed.
  case performed
  /// An effective judgment covers it.
  case judgment
  /// Damage notably minor and no compensation needed.
  case notablyMinor = "notably-minor"
  /// The obligor is dissolved or dead, without assets.
  case obligorGone = "obligor-gone"
  /// Lawful discharge under permit.
  case lawful
  /// Another reason of law.
  case other
}
