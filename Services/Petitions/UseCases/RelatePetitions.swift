import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Makes new petitions known by their traits, and links those whose likeness the rules take for certain.
///
/// By a timer that each batch of intake sets for its own petitions: intake itself looks nothing up and locks no other
/// petition for it. The timers are the list of what is still to do, so nothing is passed over, whatever is killed. All of
/// a quarter of a second are due together, so that a few transactions a second serve them, whatever comes in, and none of
/// these takes a processor from intake for long.
struct RelatePetitions: Sendable {
  static let timer = "petition.relate"
  /// How many petitions are taken in one transaction.
  static let page = 4_000
  /// How many earlier petitions are looked at for each trait.
  static let candidates = 10

  let rules: RuleBook
  let petitions: PetitionStore
  let link: LinkPetitions

  /// Sets the timer for petitions just received.
  static func schedule(_ rows: [VaultRow], work: UnitOfWork) {
    let entries = rows.filter { $0.traits != nil }.map(\.entry)
    guard let first = entries.min(), let last = entries.max() else { return }
    work.schedule(DurableTimer(kind: timer, subject: "\(first)-\(last)", due: due(of: work.now)))
  }

  /// The end of the quarter of a second; a clock that stands at a whole second is there already.
  static func due(of now: Date) -> Date {
    Date(timeIntervalSince1970: (now.timeIntervalSince1970 * 4).rounded(.up) / 4)
  }

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    var ranges: [ClosedRange<Int64>] = []
    var count: Int64 = 0
    for timer in timers {
      guard let range = Self.range(timer.subject) else { continue }
      if count > 0, count + Int64(range.count) > Int64(Self.page) {
        work.schedule(DurableTimer(kind: timer.kind, subject: timer.subject, due: timer.due))
      } else {
        ranges.append(range)
        count += Int64(range.count)
      }
    }
    guard !ranges.isEmpty else { return }
    let rows = try await TraitStore.claim(ranges, on: work.connection)
    try await link(try await links(rows, work: work), by: nil, work: work)
  }

  /// The first and the last entry of a timer.
  static func range(_ subject: String) -> ClosedRange<Int64>? {
    let bounds = subject.split(separator: "-").compactMap { Int64($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
    return bounds[0]...bounds[1]
  }

  /// Makes the petitions known, and finds those before them that they belong to.
  private func links(_ rows: [TraitStore.Row], work: UnitOfWork) async throws -> [PetitionLink] {
    guard !rows.isEmpty else { return [] }
    let certain = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar).automaticLinks
    // Few have complained before: the person is the narrow gate through which everything else goes.
    let combined = certain.filter { $0.contains(.samePerson) }
    let asked = rows.flatMap { row in row.traits.map { (entry: row.entry, trait: $0) } }
    let (texts, candidates) = try await TraitStore.spread(
      rows, first: certain.contains([.sameText]) ? asked.filter { $0.trait.kind == .text } : [],
      earlier: combined.isEmpty ? [] : asked.filter { $0.trait.kind == .person }, limit: Self.candidates,
      on: work.connection)
    var found: [Int64: [Int64: Set<RelationReason>]] = [:]
    for pair in texts { found[pair.entry, default: [:]][pair.earlier, default: []].insert(.sameText) }
    if !candidates.isEmpty {
      let theirs = try await TraitStore.of(Array(Set(candidates.map(\.earlier))), on: work.connection)
      let own = Dictionary(rows.map { ($0.entry, $0.traits) }, uniquingKeysWith: { first, _ in first })
      for pair in candidates {
        let reasons = Trait.reasons(own[pair.entry] ?? [], theirs[pair.earlier] ?? [])
        guard combined.contains(where: { $0.isSubset(of: reasons) }) else { continue }
        found[pair.entry, default: [:]][pair.earlier, default: []].formUnion(reasons)
      }
    }
    return try await named(found.compactMapValues { $0.min { $0.key < $1.key } }, work: work)
  }

  /// The pairs by the petitions' ids.
  private func named(
    _ pairs: [Int64: (key: Int64, value: Set<RelationReason>)], work: UnitOfWork
  ) async throws -> [PetitionLink] {
    guard !pairs.isEmpty else { return [] }
    let entries = Set(pairs.keys).union(pairs.values.map(\.key))
    let ids = try await petitions.ids(of: Array(entries), on: work.connection)
    return pairs.sorted { $0.key < $1.key }.compactMap { entry, found in
      guard let later = ids[entry], let earlier = ids[found.key] else { return nil }
      return PetitionLink(later: later, earlier: earlier, reasons: found.value)
    }
  }
}
