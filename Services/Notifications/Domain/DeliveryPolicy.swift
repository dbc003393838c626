import Civics
import FoundationEssentials

/// The numbers of the rule packs that deliveries live by.
struct DeliveryPolicy: Sendable, Equatable {
  enum Key {
    static let schedule = "notification.retry-schedule"
    static let timeout = "notification.request-timeout"
    static let disableAfter = "notification.disable-after-failing"
  }

  var schedule: RetrySchedule
  /// How long an endpoint may take to answer, at most.
  var timeout: Duration
  /// An endpoint that has failed for so long is switched off.
  let disableAfter: Duration

  init(schedule: RetrySchedule, timeout: Duration, disableAfter: Duration) {
    self.schedule = schedule
    self.timeout = timeout
    self.disableAfter = disableAfter
  }

  init(_ rules: RulesInForce) throws(RuleLookupError) {
    self.init(
      schedule: RetrySchedule(waits: try rules.durations(Key.schedule)), timeout: try rules.duration(Key.timeout),
      disableAfter: try rules.duration(Key.disableAfter))
  }

  /// Whether an endpoint that fails now, and has failed since, is to be switched off.
  func givesUp(failingSince: Date?, now: Date) -> Bool {
    guard let failingSince else { return false }
    return now.timeIntervalSince(failingSince) >= disableAfter.inSeconds
  }
}
