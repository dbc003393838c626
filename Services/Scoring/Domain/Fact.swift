import Contracts
import FoundationEssentials

/// An entry of the ledger: something that was established about a subject. Never changed; a correction is a new fact. A class:
/// ledgers, entries and derivations hold the same ones, and copies of a record of thousands would be most of what a new fact costs.
final class Fact: Sendable {
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
  /// The case of a penalty or of a transfer to the police, unique within its source.
  let penaltyNumber: String?
  /// Whether somebody judged the subject's record.
  let isAssessment: Bool
  /// Whom a service agency worked for.
  let client: String?
  /// The owner, in a fact that links a site.
  let owner: String?
  /// The entries it speaks of.
  let amends: [UUID]
  /// The case whose entries it speaks of.
  let amendsCase: String?
  /// What these entries lose by it.
  let withdraws: Withdrawal
  /// SHA-256 of what was told, to know a repeat from another fact under the same number.
  let content: [UInt8]
  /// The complaint or fact at the root, handed on with what follows even years later.
  let correlation: String
  /// One for each code.
  let lines: [FactLine]

  init(
    id: UUID, subject: String, region: String, origin: FactOrigin, kind: String, source: String, externalId: String,
    from: Date, happenedAt: Date, article: String?, evidence: [EvidenceReference], petitionId: UUID?,
    penaltyNumber: String?, isAssessment: Bool, client: String?, owner: String?, amends: [UUID], amendsCase: String?,
    withdraws: Withdrawal, content: [UInt8], correlation: String, lines: [FactLine]
  ) {
    self.id = id
    self.subject = subject
    self.region = region
    self.origin = origin
    self.kind = kind
    self.source = source
    self.externalId = externalId
    self.from = from
    self.happenedAt = happenedAt
    self.article = article
    self.evidence = evidence
    self.petitionId = petitionId
    self.penaltyNumber = penaltyNumber
    self.isAssessment = isAssessment
    self.client = client
    self.owner = owner
    self.amends = amends
    self.amendsCase = amendsCase
    self.withdraws = withdraws
    self.content = content
    self.correlation = correlation
    self.lines = lines
  }

  /// The case, unique among all sources.
  var penaltyCase: String? { penaltyNumber.map { Fact.penaltyCase(source: source, number: $0) } }
  /// The codes whose points this fact brought.
  var codes: [String] { lines.map(\.code) }

  /// The name under which the ledger knows a case of a source.
  static func penaltyCase(source: String, number: String) -> String { "\(source) \(number)" }

  /// Whether it can take something away from an entry.
  var isAmending: Bool { withdraws != .nothing && (!amends.isEmpty || amendsCase != nil) }

  /// Whether it takes something away from an entry, of its own subject alone.
  func reaches(_ other: Fact) -> Bool {
    guard withdraws != .nothing, id != other.id, subject == other.subject else { return false }
    if amends.contains(other.id) { return true }
    // What is decided anew under the same number after a case was quashed stands.
    return amendsCase != nil && amendsCase == other.penaltyCase && other.from <= from
  }

  /// The order in which entries stand.
  static func precedes(_ left: Fact, _ right: Fact) -> Bool {
    left.from == right.from ? left.id.uuidString < right.id.uuidString : left.from < right.from
  }
}
