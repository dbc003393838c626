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
  /// - Returns: the petitions as they are now, by id.
  @discardableResult
  func callAsFunction(
    _ links: [PetitionLink], by actor: String?, work: UnitOfWork
  ) async throws -> [UUID: Petition] {
    let new = try await unknown(links, isAutomatic: actor == nil, work: work)
    let ids = Set((actor == nil ? new : links).flatMap { [$0.later, $0.earlier] })
    guard !ids.isEmpty else { return [:] }
    let locked = try await petitions.lock(ids: Array(ids), on: work.connection).map(\.petition)
    var current = Dictionary(locked.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = new.filter { current[$0.later] != nil && current[$0.earlier] != nil }
    guard !pairs.isEmpty else { return current }
    try await RelationStore.save(rows(pairs, by: actor, at: work.now), on: work.connection)
    // What has just come in and stood alone counts as many as the one it belongs to.
    let counted = actor == nil ? Set(pairs.map(\.earlier)) : ids
    let repeats = try await RelationStore.repeats(of: Array(counted), on: work.connection)
    let before = current.mapValues(\.repeats)
    for pair in pairs {
      for id in [pair.earlier, pair.later] {
        guard let count = repeats[id] ?? repeats[pair.earlier] else { continue }
        current[id]?.repeats = count > 1 ? count : nil
      }
    }
    try await tell(pairs, of: &current, before: before, by: actor, work: work)
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

  /// Each that came later tells of its own link. One that many belong to tells of all of them at once, and its history
  /// names no more of them once it counts no further.
  private func tell(
    _ links: [PetitionLink], of current: inout [UUID: Petition], before: [UUID: Int?], by actor: String?,
    work: UnitOfWork
  ) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let ofEarlier = Dictionary(grouping: links, by: \.earlier)
    var events: [UUID: [any EventPayload]] = [:]
    var changes = RelationChanges()
    for link in links {
      guard let later = current[link.later], let earlier = current[link.earlier] else { continue }
      events[later.id, default: []].append(
        later.related(.linked, to: earlier, reasons: link.sortedReasons, automatic: actor == nil, at: work.now))
    }
    for (id, links) in ofEarlier {
      guard let earlier = current[id], let first = links.first, let later = current[first.later] else { continue }
      events[id, default: []].append(
        earlier.related(
          .linked, to: later, reasons: first.sortedReasons, automatic: actor == nil,
          others: links.count > 1 ? links.count - 1 : nil, at: work.now))
      if actor == nil, (before[id] ?? nil) == Matter.mostCounted { changes.untold.insert(id) }
    }
    changes.narrow = Set(events.keys)
    for link in links {
      // The first case of the matter that is open is the one to be solved.
      let id = current[link.earlier]?.isOpen == true ? link.earlier : link.later
      if let declared = try current[id]?.declareBacklog(under: rules, at: work.now) {
        events[id, default: []].append(declared)
        changes.narrow.remove(id)
      }
    }
    try await changes.save(events, of: &current, step: "linked", by: actor, petitions: petitions, work: work)
  }
}
