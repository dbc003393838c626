import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Lets a key sign no longer, at once: the receiver has the new one, or the old one has become known.
struct EndKey: Sendable {
  /// - Returns: false when the endpoint has no such key that signs.
  /// - Throws: `EndpointError.lastKey`: nothing leaves without a signature.
  func callAsFunction(
    _ key: UUID, of endpoint: UUID, by caller: Caller, work: UnitOfWork
  ) async throws -> Bool {
    let now = Date()
    let signing = try await EndpointKeyStore.list(endpoint, on: work.connection).filter {
      $0.endsAt ?? .distantFuture > now
    }
    guard signing.contains(where: { $0.id == key }) else { return false }
    guard signing.contains(where: { $0.id != key && $0.endsAt == nil }) else { throw EndpointError.lastKey }
    _ = try await work.connection.pipeline([
      EndpointKeyStore.end(key, at: now), "update endpoint set version = version + 1 where id = \(endpoint)",
    ])
    work.record(
      AuditEntry(
        actor: caller.subject, action: "endpoint.key-ended", subject: endpoint.lowercased, cause: caller.requestId,
        detail: JSON.object(["key": .string(key.lowercased)]).bytes))
    return true
  }
}
