import Contracts
import FoundationEssentials

/// A fact as somebody reports it, before the rules have said what it is worth.
struct FactReport: Sendable {
  /// Which table of the rule packs speaks of its codes. A sender's own codes can never earn a bonus.
  enum Weight: String, Sendable {
    case deductions = "scoring.deductions"
    case bonuses = "scoring.bonuses"
    /// Recorded without points.
    case none
  }

  var subject: String
  var region: String
  var origin: FactOrigin
  var kind: String
  var source: String
  var externalId: String
  var establishedAt: Date
  var happenedAt: Date?
  var codes: [String] = []
  var weight: Weight
  var article: String?
  var evidence: [EvidenceReference] = []
  var petitionId: UUID?
  var penaltyNumber: String?
  var isAssessment = true
  /// SHA-256 of what was told.
  var content: [UInt8]

  /// The ledger's id of a fact of this source and number.
  static func id(source: String, externalId: String) -> UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "ledger", source, externalId)
  }

  var id: UUID { FactReport.id(source: source, externalId: externalId) }
}
