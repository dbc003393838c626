import Contracts
import FoundationEssentials
import Messaging

/// Puts a delivery into the hands of one member of staff, so that nobody is called twice.
struct TakeHandDelivery: Sendable {
  let policy: @Sendable () throws -> MessagePolicy

  /// - Parameter authorise: throws when the caller may not see it.
  /// - Returns: nil when no such delivery waits.
  /// - Throws: `MessageError.notTaken` when somebody else has it.
  func callAsFunction(
    _ id: UUID, by caller: Caller, work: UnitOfWork, authorise: (HandDelivery) throws -> Void
  ) async throws -> HandDelivery? {
    guard let delivery = try await HandDeliveryStore.find(id, on: work.connection) else { return nil }
    try authorise(delivery)
    let hold = try policy().handHold
    guard try await HandDeliveryStore.take(id, by: caller.subject, hold: hold, on: work.connection) else {
      throw MessageError.notTaken
    }
    work.record(
      AuditEntry(
        actor: caller.subject, action: "hand-delivery.taken", subject: id.lowercased, cause: caller.requestId))
    return try await HandDeliveryStore.find(id, on: work.connection)
  }
}
