import FoundationEssentials
import Postgres
import ServiceKit

/// Pages of subscriptions, the newest first.
struct ListSubscriptions: Sendable {
  struct Filter: Sendable {
    /// Only this agency's.
    var agency: String?
    /// Only those that are told of nothing outside of these; nil for all.
    var regions: [String]?
    var status: SubscriptionStatus?
    /// The entry of the last subscription of the page before.
    var after: Int64?
    var limit = 50
  }

  static let largestPage = 200

  func callAsFunction(
    _ filter: Filter, on connection: PostgresConnection
  ) async throws -> [(AgencySubscription, EndpointStatistics?)] {
    var condition: SQL = "where entry < \(filter.after ?? .max)"
    if let agency = filter.agency { condition = "\(condition) and agency = \(agency)" }
    if let regions = filter.regions {
      condition = """
        \(condition) and not exists (
          select from unnest(regions) as told(region) where not \(RegionCondition.sql(regions, column: "told.region")))
        """
    }
    if let status = filter.status { condition = "\(condition) and status = \(status.rawValue)" }
    let limit = min(max(1, filter.limit), ListSubscriptions.largestPage)
    let found = try await SubscriptionStore.read("\(condition) order by entry desc limit \(limit)", on: connection)
    let statistics = try await EndpointStatisticsStore.sums(found.map(\.id), on: connection)
    return found.map { ($0, statistics[$0.id]) }
  }
}
