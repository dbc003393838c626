/// What became of a transfer to the police (行刑衔接).
public enum CrimeOutcome: String, Sendable, CaseIterable {
  /// The police filed a case (立案).
  case filed
  /// The police filed none (不予立案).
  case notFiled = "not-filed"
  /// The procuratorate did not prosecute (不起诉).
  case notProsecuted = "not-prosecuted"
  /// A court found guilt.
  case convicted
  /// A court found none.
  case acquitted
}
