import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Gives an endpoint a new key. The present ones of the scheme go on signing beside it for a while, so that the receiver
/// can change in its own time and refuses nothing meanwhile.
struct RotateKey: Sendable {
  /// So many keys sign at once, at most: each is another signature in every request.
  static let limit = 5

  let vault: SecretVault

  /// - Parameters:
  ///   - overlap: for how long the present keys go on signing; nought when one has become known.
  ///   - scheme: of this, or of one that the endpoint has not had before.
  /// - Returns: the new key, which nobody is shown again.
  /// - Throws: `EndpointError.tooManyKeys`.
  func callAsFunction(
    _ scheme: SignatureScheme, of endpoint: UUID, overlap: Duration, by caller: Caller, work: UnitOfWork
  ) async throws -> (id: UUID, key: WebhookKey, oldEnds: Date) {
    let now = Date()
    let signing = try await EndpointKeyStore.list(endpoint, on: work.connection).filter {
      $0.endsAt ?? .distantFuture > now
    }
    guard signing.count < Self.limit || overlap <= .zero else { throw EndpointError.tooManyKeys(limit: Self.limit) }
    let key = WebhookKey(scheme)
    let id = UUID()
    let ends = now.addingTimeInterval(overlap.inSeconds)
    _ = try await work.connection.pipeline([
      EndpointKeyStore.end(scheme, of: endpoint, at: ends),
      EndpointKeyStore.insert(
        id, of: endpoint, key: key, sealed: try vault.seal(key, of: endpoint), by: caller.subject, at: now),
      "update endpoint set version = version + 1 where id = \(endpoint)",
    ])
    work.record(
      AuditEntry(
        actor: caller.subject, action: "endpoint.key-rotated", subject: endpoint.lowercased, cause: caller.requestId,
        detail: JSON.object(["scheme": .string(scheme.rawValue), "key": .string(id.lowercased)]).bytes))
    return (id, key, ends)
  }
}
