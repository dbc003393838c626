import Contracts
import FoundationEssentials

extension RatingChange {
  /// What brought a change: a new fact, an old one that ran out, or new rules.
  struct Reason: Sendable {
    let entryId: UUID
    let origin: FactOrigin
    let codes: [String]
    let points: Points
    let validUntil: Date?
    let petitionId: UUID?
    /// The rule that gave the points; nil where none did.
    let rule: Contracts.RuleReference?
    /// The site it is about, when that is not the subject itself.
    let site: String?
    let correlation: String
  }
}

extension RatingChange.Reason {
  /// A fact that was recorded or begins to count; what it withdraws is given back.
  init(recorded fact: Fact, in ledger: Ledger) {
    let withdrawn = ledger.facts.filter(fact.reaches).flatMap(\.lines).filter(\.weighs)
    let heaviest = (fact.lines + withdrawn).max { abs($0.points.hundredths) < abs($1.points.hundredths) }
    self.init(
      entryId: fact.id, origin: fact.origin,
      codes: Self.few(fact.codes.isEmpty ? withdrawn.map(\.code) : fact.codes),
      points: fact.lines.reduce(-withdrawn.reduce(.zero) { $0 + $1.points }) { $0 + $1.points },
      validUntil: fact.lines.compactMap(\.until).max(), petitionId: fact.petitionId, rule: heaviest?.rule,
      site: fact.subject == ledger.subject ? nil : fact.subject, correlation: fact.correlation)
  }

  /// Lines that ran out; their points are given back.
  init?(lapsed lines: [(fact: Fact, line: FactLine)], of subject: String) {
    guard let first = lines.first else { return nil }
    self.init(
      entryId: first.fact.id, origin: .expiry, codes: Self.few(lines.map(\.line.code)),
      points: -lines.reduce(.zero) { $0 + $1.line.points }, validUntil: nil, petitionId: first.fact.petitionId,
      rule: first.line.rule, site: first.fact.subject == subject ? nil : first.fact.subject,
      correlation: first.fact.correlation)
  }

  /// A scale that is in force from now on.
  init(rules scale: Scale) {
    let id = EventIdentity.uuidV5(
      namespace: EventIdentity.causeNamespace, parts: "scale", scale.reference.pack, scale.reference.version)
    self.init(
      entryId: id, origin: .rules, codes: [], points: .zero, validUntil: nil, petitionId: nil, rule: scale.reference,
      site: nil, correlation: id.lowercased)
  }

  /// As many as an event may name.
  private static func few(_ codes: [String]) -> [String] { Array(codes.prefix(32)) }
}
