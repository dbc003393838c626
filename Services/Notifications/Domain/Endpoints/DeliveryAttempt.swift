import FoundationEssentials

/// One attempt that was made at a delivery.
struct DeliveryAttempt: Sendable {
  let delivery: DueDelivery
  let verdict: WebhookVerdict
  /// How long it took, and when it ended, in real time.
  let took: Duration
  let endedAt: Date

  /// The same in whole milliseconds.
  var milliseconds: Int { Int(clamping: Int64((took.inSeconds * 1_000).rounded())) }
}
