import FoundationEssentials
import Metrics
import Synchronization

/// Counts deliveries by endpoint and outcome. So many endpoints have a series of their own; those beyond are counted together
/// as "others", and `GET /v1/subscriptions/{id}/statistics` has each of them.
final class EndpointCounters: Sendable {
  private typealias Counters = [SettleDeliveries.Outcome: Counter]

  private let most: Int
  private let counters = Mutex<[UUID: Counters]>([:])
  private let others = EndpointCounters.make("others")

  /// - Parameter most: so many, times the outcomes, stay below what a family of metrics holds.
  init(most: Int = 80) {
    self.most = most
  }

  func count(_ outcomes: [SettleDeliveries.Outcome], of endpoint: UUID) {
    guard !outcomes.isEmpty else { return }
    let counters = counters.withLock { counters in
      if let known = counters[endpoint] { return known }
      guard counters.count < most else { return others }
      let new = Self.make(endpoint.uuidString.lowercased())
      counters[endpoint] = new
      return new
    }
    for outcome in outcomes { counters[outcome]?.increment() }
  }

  /// All outcomes from nought on: a rate needs a beginning.
  private static func make(_ label: String) -> Counters {
    Dictionary(
      SettleDeliveries.Outcome.allCases.map { outcome in
        (
          outcome,
          Counter(
            label: "ecoredress_webhook_deliveries_total",
            dimensions: [("endpoint", label), ("outcome", outcome.rawValue)])
        )
      }
    ) { first, _ in first }
  }
}
