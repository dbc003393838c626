import Civics
import Contracts

/// The numbers of the rule packs that messages live by.
struct MessagePolicy: Sendable {
  enum Key {
    static let schedule = "notification.retry-schedule"
    static let beforeNext = "notification.retry-before-next-channel"
    static let escalation = "notification.escalation"
    static let handAttempts = "notification.by-hand.attempts"
    static let handHold = "notification.by-hand.hold"
    static let petitionerOrder = "notification.petitioner.order"
  }

  /// When the last channel is tried again.
  var schedule: RetrySchedule
  /// When a channel is tried again that another one follows.
  var beforeNext: RetrySchedule
  /// How long an acknowledgement is waited for before the next channel is tried: after the first, second … channel; the
  /// last number stands for all that follow.
  var escalation: [Duration]
  /// How often staff try before the next channel has its turn.
  var handAttempts: Int
  /// How long a delivery by hand is left to whoever took it.
  var handHold: Duration
  /// In which order a petitioner's channels are tried; a call is added to a short message.
  var petitionerOrder: [ContactChannel]

  init(
    schedule: RetrySchedule, beforeNext: RetrySchedule, escalation: [Duration], handAttempts: Int, handHold: Duration,
    petitionerOrder: [ContactChannel]
  ) {
    self.schedule = schedule
    self.beforeNext = beforeNext
    self.escalation = escalation
    self.handAttempts = handAttempts
    self.handHold = handHold
    self.petitionerOrder = petitionerOrder
  }

  init(_ rules: RulesInForce) throws(RuleLookupError) {
    let order = try rules.list(Key.petitionerOrder).compactMap { ContactChannel(rawValue: $0.lowercased()) }
    self.init(
      schedule: RetrySchedule(waits: try rules.durations(Key.schedule)),
      beforeNext: RetrySchedule(waits: try rules.durations(Key.beforeNext)),
      escalation: try rules.durations(Key.escalation), handAttempts: try rules.integer(Key.handAttempts),
      handHold: try rules.duration(Key.handHold), petitionerOrder: order)
  }

  /// How long an acknowledgement is waited for after the channel at this position.
  func escalationWait(after position: Int) -> Duration? {
    escalation.isEmpty ? nil : escalation[min(max(position, 0), escalation.count - 1)]
  }

  /// The channels of a petitioner in the order of the rules: who has a telephone for a short message has one for a call.
  /// A channel the rules do not name keeps its place at the end.
  func order(_ asked: [ContactChannel]) -> [ContactChannel] {
    var wanted = asked
    if wanted.contains(.sms), petitionerOrder.contains(.phone), !wanted.contains(.phone) { wanted.append(.phone) }
    return petitionerOrder.filter(wanted.contains) + wanted.filter { !petitionerOrder.contains($0) }
  }
}
