/// Where the delivery of an event to an endpoint stands, as its row has it.
enum DeliveryStatus: String, Sendable, CaseIterable {
  case pending
  case delivered
  /// Given up after the last attempt of the schedule; it can be asked for again.
  case exhausted
}
