/// How the obligor took the first consultation (初步商议).
public enum ConsultationOutcome: String, Sendable, CaseIterable {
  /// Ready to perform the duty.
  case willing
  /// Wants to think it over.
  case undecided
  /// Not ready to perform.
  case unwilling
  /// Was asked and did not come.
  case absent
}
