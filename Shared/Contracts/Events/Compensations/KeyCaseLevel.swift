/// Who follows a key case (重点案件).
public enum KeyCaseLevel: String, Sendable, CaseIterable {
  /// The city.
  case city
  /// The county.
  case county
}
