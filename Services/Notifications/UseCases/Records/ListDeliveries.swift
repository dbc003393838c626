import FoundationEssentials
import Postgres

/// Pages of deliveries to all endpoints.
struct ListDeliveries: Sendable {
  static let largestPage = 200

  /// - Returns: the deliveries, and where the next page begins; nil on the last one. A page may be short, or empty, and
  ///   not be the last.
  func callAsFunction(
    _ filter: DeliveryFilter, on connection: PostgresConnection
  ) async throws -> (deliveries: [DeliveryRecord], next: DeliveryMark?) {
    let limit = min(max(1, filter.limit), ListDeliveries.largestPage)
    let listing = DeliveryListing(filter: filter)
    let found = try await DeliveryRecordStore.read(listing.page(limit: limit), on: connection)
    if found.count > limit {
      let shown = Array(found.prefix(limit))
      return (shown, shown.last?.mark)
    }
    let end = try await connection.query(listing.end, as: (Date, Int64).self).first
    return (found, end.map { DeliveryMark(madeAt: $0.0, ordinal: $0.1) })
  }
}
