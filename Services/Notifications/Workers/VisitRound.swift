import Contracts
import FoundationEssentials
import Metrics
import ServiceLifecycle

/// One visit to one endpoint: posts what is due, as many at once as the endpoint allows and at its pace, until one attempt
/// says that it wants a pause, or its time is over, before others have their turn.
struct VisitRound: Sendable {
  /// After that long no new request begins: what was delivered is written down soon, since all of it comes again if the
  /// process dies before.
  private static let slice = Duration.seconds(1)

  let endpoint: EndpointLease
  let policy: DeliveryPolicy
  let pace: Pace
  let visits: WebhookVisits

  func run() async -> VisitReport {
    guard let first = endpoint.due.first else { return report([], endpoint.pace) }
    let started = ContinuousClock.now
    do throws(WebhookVisits.Failure) {
      let visit = try await visits.begin(
        endpoint.id, at: endpoint.url, keys: endpoint.keys, timeout: policy.timeout)
      defer { visit.end() }
      return await post(through: visit)
    } catch {
      let attempt = DeliveryAttempt(
        delivery: first, verdict: .unanswered(error.word, failures: endpoint.health.failures),
        took: started.duration(to: .now), endedAt: Date())
      return report([attempt], endpoint.pace)
    }
  }

  private func post(through visit: WebhookVisit) async -> VisitReport {
    // A circuit that was open lets one attempt through.
    var waiting = endpoint.due.prefix(endpoint.health.isHalfOpen(policy.circuit) ? 1 : endpoint.due.count)
    var slots = endpoint.pace
    var attempts: [DeliveryAttempt] = []
    var failures = endpoint.health.failures
    var goesOn = true
    let until = ContinuousClock.now + Self.slice
    await withTaskGroup(of: DeliveryAttempt?.self) { group in
      var running = 0
      while true {
        while goesOn, running < endpoint.concurrency, let delivery = waiting.first,
          await waits(for: slots, until: until)
        {
          waiting.removeFirst()
          slots.take(at: Date())
          running += 1
          let failures = failures
          group.addTask { await self.attempt(delivery, through: visit, failures: failures) }
        }
        guard let ended = await group.next() else { break }
        running -= 1
        guard let ended else {
          goesOn = false
          continue
        }
        attempts.append(ended)
        if case .delivered = ended.verdict { failures = 0 } else { failures += 1 }
        if !ended.verdict.goesOn || failures >= policy.circuit.failures { goesOn = false }
      }
    }
    return report(attempts, slots)
  }

  /// Waits for the next slot; answers whether it comes in the time of this visit.
  private func waits(for slots: RequestPace, until: ContinuousClock.Instant) async -> Bool {
    guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return false }
    let wait = slots.wait(at: Date())
    guard .now + wait < until else { return false }
    if wait > .zero { try? await Task.sleep(for: wait) }
    return true
  }

  /// One attempt; nil when this process ends meanwhile.
  private func attempt(
    _ delivery: DueDelivery, through visit: WebhookVisit, failures: Int
  ) async -> DeliveryAttempt? {
    let started = ContinuousClock.now
    let span = WebhookSpan(of: delivery, at: endpoint, tracer: visits.tracer)
    let verdict: WebhookVerdict
    if delivery.body.count > policy.payloadLimit {
      verdict = .unsendable(failure: "payload-too-large")
    } else {
      guard
        let answer = try? await visit.post(
          id: delivery.id.lowercased, event: delivery.body, mode: endpoint.mode, failures: failures,
          trace: span?.trace)
      else {
        span?.end(nil)
        return nil
      }
      verdict = answer
    }
    span?.end(verdict)
    let took = started.duration(to: .now)
    Metrics.Timer(label: "ecoredress_webhook_request_seconds").record(duration: took)
    return DeliveryAttempt(delivery: delivery, verdict: verdict, took: took, endedAt: Date())
  }

  private func report(_ attempts: [DeliveryAttempt], _ slots: RequestPace) -> VisitReport {
    var endpoint = endpoint
    endpoint.pace = slots
    return VisitReport(endpoint: endpoint, attempts: attempts, nextSlot: slots.nextSlot)
  }
}
