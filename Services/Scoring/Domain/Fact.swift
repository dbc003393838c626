import Contracts
import FoundationEssentials

/// An entry of the ledger: something that was established about a subject. Never changed; a correction is a new fact.
struct Fact: Sendable {
  /// Follows from the source and its own number of the fact: told twice, it is one entry.
  let id: UUID
  /// `uscc:…` or `site:…`.
  let subject: String
  /// Six digits of GB/T 2260.
  let region: String
  let origin: FactOrigin
  /// What told it, such as `inspection.recorded`.
  let kind: String
  let source: String
  /// The source's number of the fact.
  let externalId: String
  /// When it was established. It counts from then: nobody loses points before somebody has looked.
  let from: Date
  /// When it happened or ended: it decides which rules apply.
  let happenedAt: Date
  let article: String?
  let evidence: [EvidenceReference]
  let petitionId: UUID?
  /// The penalty case, unique within its source.
  let penaltyNumber: String?
  /// Whether somebody judged the subject's record. The filing of a penalty case judges nothing: it leaves an unrated
  /// firm unrated.
  let isAssessment: Bool
  /// SHA-256 of what was told, to know a repeat from another fact under the same number.
  let content: [UInt8]
  /// The complaint or fact at the root, handed on with what follows even years later.
  let correlation: String
  /// One for each code.
  let lines: [FactLine]

  /// The penalty case, unique among all sources.
  var penaltyCase: String? { penaltyNumber.map { "\(source) \($0)" } }
  /// The codes whose points this fact brought.
  var codes: [String] { lines.map(\.code) }
}
