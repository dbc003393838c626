/// What to do with a partition that the group gave us.
public enum KafkaStart: Sendable, Hashable {
  /// Read from this offset on. If the log does not hold it the partition is held aloud; it never jumps.
  case offset(Int64)
  /// Read from the first record that the log still holds.
  case beginning
  /// Ours, but read by nobody until ``KafkaConsumerDelegate/positions(for:)`` is asked again, which happens at the
  /// next assignment or rewind. The reason is shown in ``KafkaConsumerStatus/held``.
  case hold(reason: String)
}
