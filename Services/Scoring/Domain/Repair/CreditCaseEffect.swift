import Contracts
import FoundationEssentials

/// What a decision that holds does to the ledger: one new entry, which withdraws others or not.
struct CreditCaseEffect: Sendable, Equatable {
  let origin: FactOrigin
  /// The kind of the new entry, a row of `scoring.fact-kinds`.
  let factKind: String
  /// The entries that count no longer.
  let withdrawn: [UUID]
  /// What holds instead, as codes of the packs.
  let codes: [String]

  init(_ kind: CreditCaseKind, _ outcome: CreditCaseOutcome, withdrawn: [UUID], codes: [String]) {
    self.withdrawn = withdrawn
    self.codes = codes
    switch kind {
    case .repair:
      origin = .repair
      factKind = withdrawn.isEmpty ? "repair.refused" : "repair.granted"
    case .objection:
      origin = .objection
      // Something else in the place of what was wrong is itself a judgment of the record.
      factKind = withdrawn.isEmpty ? "objection.rejected" : codes.isEmpty ? "objection.upheld" : "objection.changed"
    case .administrativeReview:
      origin = .review
      factKind = "review.\(CreditCaseEffect.verb(outcome, withdrawn, codes))"
    case .litigation:
      origin = .litigation
      factKind = "litigation.\(CreditCaseEffect.verb(outcome, withdrawn, codes))"
    }
  }

  private static func verb(_ outcome: CreditCaseOutcome, _ withdrawn: [UUID], _ codes: [String]) -> String {
    guard !withdrawn.isEmpty else { return outcome == .terminated ? "terminated" : "upheld" }
    return codes.isEmpty ? "revoked" : "changed"
  }
}
