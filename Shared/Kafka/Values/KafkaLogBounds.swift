/// What a partition's log holds at present: the offsets `low ..< high`.
public struct KafkaLogBounds: Sendable, Hashable {
  /// The first offset still kept.
  public let low: Int64
  /// The offset the next stable record will get. With `isolation.level=read_committed`, the default, this is the
  /// last stable offset: records of open transactions lie beyond it.
  public let high: Int64

  public init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  /// Whether a reader can start at `position`; the end of the log counts as inside.
  public func admits(_ position: Int64) -> Bool { position >= low && position <= high }
}
