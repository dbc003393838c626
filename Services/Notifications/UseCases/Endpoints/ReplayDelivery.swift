import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Sends one delivery again, whether it was given up or taken: under its id, so that a receiver that has done its part
/// does not do it twice.
struct ReplayDelivery: Sendable {
  /// - Returns: false when the endpoint has no such delivery.
  /// - Throws: `EndpointError.stillPending`.
  func callAsFunction(
    _ delivery: UUID, of endpoint: UUID, by caller: Caller, work: UnitOfWork
  ) async throws -> Bool {
    _ = try await EndpointStore.lockApproved([endpoint], on: work.connection)
    guard let found = try await DeliveryListStore.find(delivery, of: endpoint, on: work.connection) else {
      return false
    }
    guard found.status != .pending else { throw EndpointError.stillPending }
    _ = try await work.connection.pipeline([
      DeliveryReplayStore.again([delivery], of: endpoint, statuses: ["delivered", "exhausted"]),
      EndpointStore.wake([endpoint]),
    ])
    work.record(
      AuditEntry(
        actor: caller.subject, action: "delivery.replayed", subject: delivery.lowercased, cause: caller.requestId))
    return true
  }
}
