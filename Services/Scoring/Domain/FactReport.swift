import Contracts
import FoundationEssentials

/// A fact as somebody reports it, before the rules have said what it is worth.
struct FactReport: Sendable {
  var subject: String
  var region: String
  var origin: FactOrigin
  /// Which row of the rule packs says how it is treated (``FactKind``), such as `inspection.recorded`.
  var kind: String
  var source: String
  /// The source's number of the fact.
  var externalId: String
  var establishedAt: Date
  var happenedAt: Date?
  var codes: [String] = []
  var article: String?
  var evidence: [EvidenceReference] = []
  var petitionId: UUID?
  var penaltyNumber: String?
  /// Whom a service agency worked for.
  var client: String?
  /// Who owns the site, in a fact that links one.
  var owner: String?
  /// The entries of the same subject that it speaks of.
  var amends: [UUID] = []
  /// The case whose entries it speaks of, all of them (``Fact/penaltyCase``).
  var amendsCase: String?
  /// SHA-256 of what was told.
  var content: [UInt8]

  /// The ledger's id of a fact of this source and number.
  static func id(source: String, externalId: String) -> UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.causeNamespace, parts: "ledger", source, externalId)
  }

  var id: UUID { FactReport.id(source: source, externalId: externalId) }

  /// Whether a plain ledger (``Ledger/isPlain``) stays one with it, and nothing in the ledger need be known to say what it
  /// changes: it speaks of no other entry, no case and no owner.
  var isOrdinary: Bool { penaltyNumber == nil && owner == nil && amends.isEmpty && amendsCase == nil }
}
