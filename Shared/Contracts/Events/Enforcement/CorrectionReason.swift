/// Why a fact that was told does not stand.
public enum CorrectionReason: String, Sendable, CaseIterable {
  /// It is about somebody else.
  case wrongSubject = "wrong-subject"
  /// What it says was not established after all.
  case notEstablished = "not-established"
  /// It was told under two numbers.
  case duplicate
  /// Its codes, date or article were wrong.
  case wrongContent = "wrong-content"
}
