import FoundationEssentials

/// What follows from one visit to an endpoint: pure, so that every turn of it can be tried without a server.
struct VisitJudgement: Sendable, Equatable {
  /// An average answer that takes longer makes an endpoint slow.
  static let slow = Duration.seconds(1)

  /// What becomes of each delivery, in the order of the attempts.
  private(set) var fates: [DeliveryFate] = []
  private(set) var health: EndpointHealth
  /// The endpoint is to be switched off.
  private(set) var disables: DisableReason?
  /// The owner is to be told that it has failed for long.
  private(set) var warns = false
  /// Whether it shares the places of those that are slow.
  private(set) var isSlow = false

  /// - Parameters:
  ///   - attempts: in the order in which they ended.
  ///   - health: before the visit.
  ///   - now: real time.
  ///   - jitter: 0…1, drawn for each wait.
  init(
    _ attempts: [DeliveryAttempt], health: EndpointHealth, policy: DeliveryPolicy, now: Date, jitter: () -> Double
  ) {
    self.health = health
    for attempt in attempts { judge(attempt, policy, now, jitter) }
    let took = attempts.reduce(Duration.zero) { $0 + $1.took }
    isSlow = !attempts.isEmpty && took / attempts.count > Self.slow
    guard disables == nil, let since = self.health.failingSince else { return }
    if policy.givesUp(failingSince: since, now: now) {
      disables = .failing
    } else if self.health.warnedAt == nil, now.timeIntervalSince(since) >= policy.warnAfter.inSeconds {
      warns = true
      self.health.warnedAt = now
    }
  }

  private mutating func judge(
    _ attempt: DeliveryAttempt, _ policy: DeliveryPolicy, _ now: Date, _ jitter: () -> Double
  ) {
    switch attempt.verdict {
    case .delivered:
      health.succeeded()
      fates.append(.delivered)
    case .gone:
      health.failed(at: now, rest: nil, circuit: policy.circuit)
      disables = .gone
      fates.append(.waits)
    case .unsendable:
      // Our event is at fault, not the endpoint.
      fates.append(.exhausted)
    case .failed(_, _, let rest):
      health.failed(at: now, rest: rest, circuit: policy.circuit)
      let wait = policy.schedule.wait(after: attempt.delivery.round + 1, asked: rest, jitter: jitter())
      fates.append(wait.map { .retried(after: $0) } ?? .exhausted)
    }
  }
}
