/// Why a range of a topic was not copied, or not whole.
public enum TopicReplayError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The broker has no topic of this name; nothing was copied.
  case missing(topic: String)
  /// The broker gives no more of what the partition holds. What was copied stays; a second run copies it again.
  case stalled(partition: String, copied: Int)

  public var description: String {
    switch self {
    case .missing(let topic): "there is no topic \(topic)"
    case .stalled(let partition, let copied): "\(partition) gives no more records; \(copied) are copied"
    }
  }
}
