import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Asks an endpoint whether it wants our events, before anything is sent to it.
struct VerifyEndpoint: Sendable {
  /// It wants them.
  struct Consent: Sendable, Equatable {
    /// The most requests a minute it allows; nil for any number.
    let perMinute: Int?
  }

  let visits: WebhookVisits

  /// Asks. No transaction is open meanwhile.
  /// - Throws: `EndpointError.notVerified` with what is missing.
  func ask(
    _ subscription: AgencySubscription, settings: EndpointSettings, timeout: Duration
  ) async throws(EndpointError) -> Consent {
    let visit: WebhookVisit
    do throws(WebhookVisits.Failure) {
      visit = try await visits.begin(subscription.id, at: subscription.url.text, keys: [], timeout: timeout)
    } catch {
      throw .notVerified("it cannot be called (\(error.word))")
    }
    defer { visit.end() }
    switch await visit.shakeHands(perMinute: settings.perMinute) {
    case .allowed(let perMinute): return Consent(perMinute: perMinute)
    case .refused(let reason): throw .notVerified(reason)
    }
  }

  /// Notes that it said yes.
  func callAsFunction(_ consent: Consent, of endpoint: UUID, by caller: Caller, work: UnitOfWork) async throws {
    try await work.connection.execute(EndpointStore.verified(endpoint, perMinute: consent.perMinute))
    work.record(
      AuditEntry(
        actor: caller.subject, action: "endpoint.verified", subject: endpoint.lowercased, cause: caller.requestId))
  }
}
