import Contracts
import FoundationEssentials
import Messaging

/// Erases the contact data of messages to one petitioner that have been settled; those still to be sent need them. Audited.
struct EraseContacts: Sendable {
  /// - Parameter isTrial: counts and changes nothing.
  /// - Returns: how many messages had some.
  func callAsFunction(
    _ petition: UUID, isTrial: Bool, reason: String, by actor: String, work: UnitOfWork
  ) async throws -> Int {
    if isTrial { return try await MessageStore.settledContacts(of: petition, on: work.connection) }
    let count = try await MessageStore.eraseSettledContacts(of: petition, on: work.connection)
    work.record(
      AuditEntry(
        actor: actor, action: "petitioner.erased", subject: petition.lowercased, cause: reason,
        detail: JSON.object(["messages": .integer(count)]).bytes))
    return count
  }
}
