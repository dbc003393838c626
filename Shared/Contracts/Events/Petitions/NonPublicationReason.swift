/// Why a result is not published.
public enum NonPublicationReason: String, Sendable, CaseIterable {
  /// Secrets of state or trade, or personal matters.
  case confidential
  /// It would point to the complainant.
  case reporterSafety = "reporter-safety"
  /// The complainant asked for it, and the public interest does not stand against it.
  case onRequest = "on-request"
  /// Another reason, on file.
  case other
}
