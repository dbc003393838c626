import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// What staff decide of two petitions: that they belong together, that they do not after all, that one is handled with the
/// other.
struct ChangeRelations: Sendable {
  typealias Authorise = (Petition) throws -> Void

  let rules: RuleBook
  let petitions: PetitionStore
  let link: LinkPetitions

  /// Links two petitions that are handled apart.
  /// - Returns: the first one as it is then; nil when there is no petition of one of the ids.
  func link(
    _ id: UUID, to other: UUID, note: String?, by caller: Caller, work: UnitOfWork, authorise: Authorise
  ) async throws -> Petition? {
    guard let pair = try await pair(id, other, work: work, authorise: authorise) else { return nil }
    guard id != other else { throw PetitionError.invalid(field: "body.otherId", reason: "it is the petition itself") }
    let isEarlier = pair.own.entry < pair.other.entry
    let reasons = try await reasons(pair.own, pair.other, work: work)
    let link = PetitionLink(
      later: isEarlier ? other : id, earlier: isEarlier ? id : other, reasons: reasons, note: note)
    return try await self.link([link], by: caller.subject, work: work)[id] ?? pair.own
  }

  /// Takes a link back; the timer that links does not set it again. What was merged stays so.
  func unlink(
    _ id: UUID, from other: UUID, note: String?, by caller: Caller, work: UnitOfWork, authorise: Authorise
  ) async throws -> Petition? {
    guard let pair = try await pair(id, other, work: work, authorise: authorise) else { return nil }
    guard try await RelationStore.relation(of: id, to: other, on: work.connection) == .linked else {
      throw PetitionError.invalid(field: "body.otherId", reason: "the two petitions are not linked")
    }
    try await RelationStore.end(id, other, at: work.now, on: work.connection)
    var current = [id: pair.own, other: pair.other]
    let repeats = try await RelationStore.repeats(of: [id, other], on: work.connection)
    for (id, count) in repeats { current[id]?.repeats = count > 1 ? count : nil }
    var events: [UUID: [any EventPayload]] = [:]
    for (own, counterpart) in [(id, pair.other), (other, pair.own)] {
      guard let petition = current[own] else { continue }
      events[own] = [
        PetitionUnrelated(
          petitionId: own, petitionNumber: petition.number, region: petition.region, at: work.now, relation: .linked,
          otherId: counterpart.id, otherNumber: counterpart.number, repeats: petition.repeats)
      ]
    }
    try await save(events, of: &current, step: "unlinked", note: note, by: caller, work: work)
    return current[id]
  }

  /// Merges a petition into another, which leads from then on (并案).
  func merge(
    _ id: UUID, into lead: UUID, note: String?, by caller: Caller, work: UnitOfWork, authorise: Authorise
  ) async throws -> Petition? {
    guard var pair = try await pair(id, lead, work: work, authorise: authorise) else { return nil }
    let reasons = RelationReason.allCases.filter(try await reasons(pair.own, pair.other, work: work).contains)
    let effects = try pair.own.merge(into: pair.other, reasons: reasons, at: work.now)
    let absorbed = pair.other.absorb(pair.own, reasons: reasons, at: work.now)
    try await RelationStore.save(
      [(id, lead, PetitionRelation.mergedInto), (lead, id, .absorbed)].map { own, other, relation in
        RelationStore.Row(
          petition: own, other: other, relation: relation, reasons: reasons, isAutomatic: false,
          actor: caller.subject, note: note, at: work.now)
      }, on: work.connection)
    let repeats = try await RelationStore.repeats(of: [id, lead], on: work.connection)
    pair.own.repeats = repeats[id]
    pair.other.repeats = repeats[lead]
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let declared = try pair.other.declareBacklog(under: rules, at: work.now)
    var current = [id: pair.own, lead: pair.other]
    var events: [UUID: [any EventPayload]] = [id: effects.events, lead: [absorbed]]
    if let declared { events[lead]?.append(declared) }
    try await save(events, of: &current, step: "merged", note: note, by: caller, work: work)
    if let message = effects.message, let petition = current[id] {
      let sealed = try await VaultStore.contact(petition.entry, on: work.connection)
      let cause = Cause(
        id: "merged:\(id.lowercased):\(petition.sequence)", correlation: petition.correlation.lowercased,
        traceParent: caller.traceParent)
      PetitionAnnouncements.ask(message, of: petition, sealedContact: sealed, cause: cause, work: work)
    }
    return current[id]
  }

  /// Both petitions, locked.
  private func pair(
    _ id: UUID, _ other: UUID, work: UnitOfWork, authorise: Authorise
  ) async throws -> (own: Petition, other: Petition)? {
    let locked = try await petitions.lock(ids: [id, other], on: work.connection).map(\.petition)
    for petition in locked { try authorise(petition) }
    guard let own = locked.first(where: { $0.id == id }), let other = locked.first(where: { $0.id == other }) else {
      return nil
    }
    return (own, other)
  }

  /// What the two have in common by their traits, and that staff say so.
  private func reasons(_ own: Petition, _ other: Petition, work: UnitOfWork) async throws -> Set<RelationReason> {
    let traits = try await TraitStore.of([own.entry, other.entry], on: work.connection)
    return Trait.reasons(traits[own.entry] ?? [], traits[other.entry] ?? []).union([.staff])
  }

  private func save(
    _ events: [UUID: [any EventPayload]], of current: inout [UUID: Petition], step: String, note: String?,
    by caller: Caller, work: UnitOfWork
  ) async throws {
    try await RelationChanges().save(
      events, of: &current, step: step, by: caller.subject, note: note, petitions: petitions, work: work)
  }
}
