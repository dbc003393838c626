import FoundationEssentials
import Postgres

/// Pages of messages.
struct ListMessages: Sendable {
  static let largestPage = 200

  /// - Returns: the messages, and where the next page begins; nil on the last one. A page may be short, or empty, and not
  ///   be the last.
  func callAsFunction(
    _ filter: MessageFilter, on connection: PostgresConnection
  ) async throws -> (messages: [MessageRecord], next: Int64?) {
    guard !filter.regions.isEmpty else { return ([], nil) }
    let limit = min(max(1, filter.limit), ListMessages.largestPage)
    let listing = MessageListing(filter: filter)
    let found = try await MessageRecordStore.read(listing.page(limit: limit), on: connection)
    if found.count > limit {
      let shown = Array(found.prefix(limit))
      return (shown, shown.last?.ordinal)
    }
    return (found, try await connection.query(listing.end, as: Int64.self).first)
  }
}
