import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Links petitions that belong together: each tells it from its own side, the matter is counted anew, and a case that the
/// count makes backlog (积案) is declared so.
struct LinkPetitions: Sendable {
  let rules: RuleBook
  let petitions: PetitionStore

  /// Links in a set: the same few statements for one pair or a thousand.
  /// - Parameters:
  ///   - actor: who says so; nil when no staff did, and then a link that staff took back stays so.
  ///   - authorise: throws when the caller may not act in the region of one of the petitions.
  /// - Returns: the petitions as they are now, by id.
  @discardableResult
  func callAsFunction(
    _ links: [PetitionLink], by actor: String?, work: UnitOfWork, authorise: (String) throws -> Void = { _ in }
  ) async throws -> [UUID: Petition] {
    let new = try await unknown(links, isAutomatic: actor == nil, work: work)
    let ids = Set((actor == nil ? new : links).flatMap { [$0.later, $0.earlier] })
    guard !ids.isEmpty else { return [:] }
    let locked = try await petitions.lock(ids: Array(ids), on: work.connection).map(\.petition)
    for petition in locked { try authorise(petition.region) }
    var current = Dictionary(locked.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = new.filter { current[$0.later] != nil && current[$0.earlier] != nil }
    guard !pairs.isEmpty else { return current }
    try await RelationStore.save(rows(pairs, by: actor, at: work.now), on: work.connection)
    let repeats = try await RelationStore.repeats(of: Array(ids), on: work.connection)
    for (id, count) in repeats { current[id]?.matter.repeats = count > 1 ? count : nil }
    try await tell(pairs, of: &current, by: actor, work: work)
    return current
  }

  /// Those that are not related yet.
  private func unknown(_ links: [PetitionLink], isAutomatic: Bool, work: UnitOfWork) async throws -> [PetitionLink] {
    guard !links.isEmpty else { return [] }
    let known = try await RelationStore.known(links.map { ($0.later, $0.earlier) }, on: work.connection)
    let settled = Set(known.filter { isAutomatic || !$0.isEnded }.map { [$0.petition, $0.other] })
    var seen: Set<Set<UUID>> = []
    return links.filter { link in
      link.later != link.earlier && !settled.contains([link.later, link.earlier])
        && seen.insert([link.later, link.earlier]).inserted
    }
  }

  private func rows(_ links: [PetitionLink], by actor: String?, at now: Date) -> [RelationStore.Row] {
    links.flatMap { link in
      [(link.later, link.earlier), (link.earlier, link.later)].map { own, other in
        RelationStore.Row(
          petition: own, other: other, relation: .linked, reasons: link.sortedReasons, isAutomatic: actor == nil,
          actor: actor ?? "petitions", note: link.note, at: now)
      }
    }
  }

  private func tell(
    _ links: [PetitionLink], of current: inout [UUID: Petition], by actor: String?, work: UnitOfWork
  ) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    var events: [UUID: [any EventPayload]] = [:]
    for link in links {
      guard let later = current[link.later], let earlier = current[link.earlier] else { continue }
      for (own, other) in [(later, earlier), (earlier, later)] {
        events[own.id, default: []].append(
          own.related(.linked, to: other, reasons: link.sortedReasons, automatic: actor == nil, at: work.now))
      }
      // The first case of the matter that is open is the one to be solved.
      let id = earlier.isOpen ? earlier.id : later.id
      if let declared = try current[id]?.declareBacklog(under: rules, at: work.now) {
        events[id, default: []].append(declared)
      }
    }
    try await RelationChanges.save(events, of: &current, step: "linked", by: actor, petitions: petitions, work: work)
  }
}
