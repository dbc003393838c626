import Civics
import Synchronization

/// The routing table in force. Made once for each version of its rules: a city with thousands of grid cells must not be
/// read anew for each batch.
final class RoutingBook: Sendable {
  private let made = Mutex<(version: String, table: RoutingTable)?>(nil)

  /// - Throws: where the packs name no fallback.
  func table(_ rules: RulesInForce) throws(RuleLookupError) -> RoutingTable {
    let fallback = try rules.reference(PetitionRules.Key.routingFallback)
    let rows = try? rules.reference(PetitionRules.Key.routing)
    let version = "\(fallback.hash) \(rows?.hash ?? "")"
    if let known = made.withLock({ $0 }), known.version == version { return known.table }
    let unit = try rules.text(PetitionRules.Key.routingFallback)
    let table =
      rows == nil
      ? RoutingTable(rows: [], fallback: unit)
      : RoutingTable(try rules.table(PetitionRules.Key.routing), fallback: unit)
    made.withLock { $0 = (version, table) }
    return table
  }
}
