/// What becomes of a delivery after an attempt.
enum DeliveryFate: Sendable, Equatable {
  case delivered
  /// It is tried again after that long.
  case retried(after: Duration)
  /// Given up: the schedule is used up, or it can never be sent.
  case exhausted
  /// The endpoint is switched off; it is due as soon as that is over.
  case waits
}
