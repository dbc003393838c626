/// Why a case is a key case.
public enum KeyCaseReason: String, Sendable, CaseIterable {
  /// Handed over by a central inspection (中央督察).
  case centralInspection = "central-inspection"
  /// A larger environmental emergency.
  case emergency
  /// Major ecological damage.
  case majorDamage = "major-damage"
  /// The amount is large.
  case amount
  /// The public follows it.
  case publicInterest = "public-interest"
  /// Difficult, or stuck.
  case hard
  /// Another reason, recorded with the case.
  case other
}
