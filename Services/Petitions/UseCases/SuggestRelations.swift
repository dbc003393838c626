import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Petitions that may belong to one: by the same person, about the same site, in the same words, or near it in place, time
/// and kind.
///
/// Asked when staff look at a case. It reads the newest few for each trait of the case from an index, so that it costs
/// the same at ten thousand petitions and at many millions.
struct SuggestRelations: Sendable {
  /// A petition that may belong to the case, and why.
  struct Suggestion: Sendable {
    let petition: Petition
    let reasons: Set<RelationReason>
  }

  /// How many are looked at for each trait.
  static let candidates = 50
  /// How many are shown.
  static let most = 50

  let rules: RuleBook
  let petitions: PetitionStore

  /// - Parameter mayShow: whether the caller may see petitions of a region.
  /// - Returns: the most telling first; none that is related already.
  func callAsFunction(
    for petition: Petition, at now: Date, mayShow: (String) -> Bool, on connection: PostgresConnection
  ) async throws -> [Suggestion] {
    let traits = try await TraitStore.of([petition.entry], on: connection)[petition.entry] ?? []
    var reasons: [Int64: Set<RelationReason>] = [:]
    for found in try await TraitStore.sharing(traits, limit: Self.candidates, on: connection)
    where found.entry != petition.entry {
      if let reason = found.trait.kind?.reason { reasons[found.entry, default: []].insert(reason) }
    }
    // A staff member's bound on what is read: at most the traits of a complaint times the candidates of each.
    let found = try await petitions.read("entry = any(\(Array(reasons.keys)))", on: connection).map(\.petition)
    let known = try await RelationStore.known(found.map { (petition.id, $0.id) }, on: connection)
    let related = Set(known.filter { !$0.isEnded }.map(\.other))
    let days = PetitionRules(try rules.rules(at: now), calendar: rules.calendar).likeness.days
    return
      found.compactMap { other in
        guard mayShow(other.region), !related.contains(other.id), var why = reasons[other.entry] else { return nil }
        if abs(other.receivedAt.timeIntervalSince(petition.receivedAt)) > Double(days) * 86_400 { why.remove(.near) }
        return why.isEmpty ? nil : Suggestion(petition: other, reasons: why)
      }
      .sorted { Self.order($0) < Self.order($1) }
      .prefix(Self.most).map { $0 }
  }

  /// The more there is in common the earlier it stands; then what says more; then the newest.
  private static func order(_ suggestion: Suggestion) -> (Int, Int, Int64) {
    let weight = RelationReason.allCases.firstIndex { suggestion.reasons.contains($0) } ?? 0
    return (-suggestion.reasons.count, weight, -suggestion.petition.entry)
  }
}
