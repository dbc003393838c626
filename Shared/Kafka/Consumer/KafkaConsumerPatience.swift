/// The times a consumer works by. The defaults suit production; tests shorten them.
public struct KafkaConsumerPatience: Sendable, Hashable {
  /// A delegate that takes longer than this no longer blocks the polling thread: the consumer drops what it fetched,
  /// goes on polling without reading, so that a slow batch does not cost the membership, and asks for positions
  /// again when the delegate answers.
  public var delegate: Duration
  /// How long to wait after ``KafkaConsumerDelegate/positions(for:)`` has thrown.
  public var positionsRetry: Duration
  /// How often to ask again for the positions of partitions whose position was outside the log.
  public var outOfRangeRetry: Duration
  /// How long leaving the group and letting go of the client may each take before the thread is left behind.
  public var close: Duration

  public init(
    delegate: Duration = .seconds(10), positionsRetry: Duration = .seconds(1),
    outOfRangeRetry: Duration = .seconds(30), close: Duration = .seconds(5)
  ) {
    self.delegate = delegate
    self.positionsRetry = positionsRetry
    self.outOfRangeRetry = outOfRangeRetry
    self.close = close
  }
}
