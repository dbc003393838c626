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
  }

  let vault: SecretVault

  /// - Returns: the subscription and its secret, which nobody is shown again.
  func callAsFunction(
    _ wish: Wish, by caller: Caller, work: UnitOfWork
  ) async throws -> (subscription: AgencySubscription, secret: WebhookSecret) {
    let id = UUID()
    let secret = WebhookSecret()
    let now = Date()
    let entry = try await SubscriptionStore.insert(
      id: id, agency: wish.agency, url: wish.url, filter: wish.filter, secret: try vault.seal(secret, of: id), at: now,
      on: work.connection)
    guard let entry else { throw StoredValueError(table: "subscription", id: id.lowercased) }
    var detail = JSONObject()
    detail.set("agency", wish.agency)
    detail.set("host", wish.url.host)
    detail.set("types", wish.filter.types)
    detail.set("regions", wish.filter.regions.map(\.description))
    work.record(
      AuditEntry(
        actor: caller.subject, action: "subscription.requested", subject: id.lowercased, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
    return (
      AgencySubscription(
        id: id, entry: entry, agency: wish.agency, url: wish.url, filter: wish.filter, status: .requested,
        requestedAt: now, sequence: 0),
      secret
    )
  }
}
