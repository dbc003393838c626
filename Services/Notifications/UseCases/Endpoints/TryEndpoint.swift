import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Sends an endpoint one signed event that says it is a test, and tells what came back: the way to find out in a minute
/// why deliveries fail. It is no delivery: it is tried once, counts nowhere and is on no topic.
struct TryEndpoint: Sendable {
  /// What it is called; no topic has such events, so that no filter can name it.
  static let type: EventType = "ecoredress.endpoint.tested.v1"
  /// The least time between two, in seconds.
  static let apart = 2

  /// What came back.
  struct Trial: Sendable {
    let id: UUID
    let verdict: WebhookVerdict
    let took: Duration
    /// The event that was sent.
    let event: JSON
  }

  let visits: WebhookVisits

  /// - Parameter keys: the sealed keys that sign now.
  func callAsFunction(
    _ subscription: AgencySubscription, mode: ContentMode, keys: [[UInt8]], timeout: Duration
  ) async throws(CancellationError) -> Trial {
    let id = UUID()
    var event = CloudEvent(
      id: id.lowercased, source: EventSource.notifications.rawValue, type: TryEndpoint.type,
      subject: subscription.id.lowercased, time: Date(),
      payload: .json(["endpointId": .string(subscription.id.lowercased), "test": true]))
    event.region = subscription.filter.regions.first?.description
    let body = CloudEventCodec.encodeStructured(event)
    let started = ContinuousClock.now
    let verdict = try await verdict(subscription, mode: mode, keys: keys, id: id, event: body, timeout: timeout)
    return Trial(
      id: id, verdict: verdict, took: started.duration(to: .now), event: (try? JSON(parsing: body)) ?? .null)
  }

  private func verdict(
    _ subscription: AgencySubscription, mode: ContentMode, keys: [[UInt8]], id: UUID, event: [UInt8],
    timeout: Duration
  ) async throws(CancellationError) -> WebhookVerdict {
    let visit: WebhookVisit
    do throws(WebhookVisits.Failure) {
      visit = try await visits.begin(subscription.id, at: subscription.url.text, keys: keys, timeout: timeout)
    } catch {
      return .unanswered(error.word, failures: 0)
    }
    defer { visit.end() }
    return try await visit.post(id: id.lowercased, event: event, mode: mode, failures: 0)
  }
}
