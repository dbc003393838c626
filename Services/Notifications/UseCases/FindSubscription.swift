import FoundationEssentials
import Postgres

/// One subscription with how its deliveries go, what is pending included.
struct FindSubscription: Sendable {
  func callAsFunction(
    _ id: UUID, on connection: PostgresConnection
  ) async throws -> (AgencySubscription, EndpointStatistics)? {
    guard let subscription = try await SubscriptionStore.find(id, on: connection),
      var statistics = try await EndpointStatisticsStore.sums([id], on: connection)[id]
    else { return nil }
    let pending = try await DeliveryStore.pending(id, on: connection)
    statistics.pending = pending.count
    statistics.oldestPendingAt = pending.oldest
    return (subscription, statistics)
  }
}
