import Postgres
import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Takes an agency's wish to be told things; somebody else approves it.
struct RequestSubscription: Sendable {
  /// What is asked for, checked.
  struct Wish: Sendable {
    let agency: String
    let url: WebhookURL
    let filter: EventFilter
    var settings = EndpointSettings()
    /// How deliveries are to be signed; a key is made for each.
    var schemes: [SignatureScheme] = [.v1]
  }

  let vault: SecretVault

  /// - Returns: the subscription and its keys: the secrets among them nobody is shown again.
  func callAsFunction(
    _ wish: Wish, by caller: Caller, work: UnitOfWork
  ) async throws -> (subscription: AgencySubscription, keys: [WebhookKey]) {
    let id = UUID()
    let keys = wish.schemes.map(WebhookKey.init)
    let now = Date()
    let entry = try await SubscriptionStore.insert(
      id: id, agency: wish.agency, url: wish.url, filter: wish.filter, settings: wish.settings, at: now,
      on: work.connection)
    guard let entry else { throw StoredValueError(table: "subscription", id: id.lowercased) }
    _ = try await work.connection.pipeline(
      try keys.map {
        EndpointKeyStore.insert(
          UUID(), of: id, key: $0, sealed: try vault.seal($0, of: id), by: caller.subject, at: now)
      })
    var detail = JSONObject()
    detail.set("agency", wish.agency)
    detail.set("host", wish.url.host)
    detail.set("types", wish.filter.types)
    detail.set("regions", wish.filter.regions.map(\.description))
    detail.set("kinds", wish.filter.kinds)
    detail.set("filters", .array(wish.filter.filters.map(\.json)))
    work.record(
      AuditEntry(
        actor: caller.subject, action: "subscription.requested", subject: id.lowercased, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
    return (
      AgencySubscription(
        id: id, entry: entry, agency: wish.agency, url: wish.url, filter: wish.filter, status: .requested,
        requestedAt: now, sequence: 0),
      keys
    )
  }
}
