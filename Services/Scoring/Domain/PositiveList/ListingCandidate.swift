/// What is known of a subject that is screened for the positive list, or on it.
struct ListingCandidate: Sendable {
  let isColourRecommended: Bool
  let record: ComplianceRecord
  /// Nil for a subject that is not on the register.
  let unit: SupervisedUnit?
}
