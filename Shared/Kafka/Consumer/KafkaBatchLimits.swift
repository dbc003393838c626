/// How large a batch may grow. A batch ends as soon as nothing more is at hand, so that only `gather` delays a
/// message.
public struct KafkaBatchLimits: Sendable, Hashable {
  /// At most this many messages; at least 1.
  public var messages: Int
  /// No further message is added once keys, values and headers together have this many bytes; one message may exceed
  /// it alone.
  public var bytes: Int
  /// How long one poll for the first message may block. It delays nothing and ends early on shutdown; it is also how
  /// often ``KafkaConsumerStatus/lastPoll`` moves when the topics are silent.
  public var wait: Duration
  /// The shortest time from the beginning of one batch to that of the next; what comes in between waits, and goes
  /// together. Under a steady stream small batches would cost more than their messages. A message that comes later than
  /// this after the last batch began is not delayed.
  public var gather: Duration

  public init(
    messages: Int = 1_000, bytes: Int = 4 << 20, wait: Duration = .milliseconds(500), gather: Duration = .zero
  ) {
    self.messages = max(1, messages)
    self.bytes = max(1, bytes)
    self.wait = max(.milliseconds(1), wait)
    self.gather = max(.zero, gather)
  }
}
