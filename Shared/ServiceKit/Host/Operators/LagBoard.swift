import Synchronization

/// Where the watch over a service's health notes how far the topics are behind, for who asks.
final class LagBoard: Sendable {
  private let noted = Mutex<[String: TopicLag]>([:])

  /// By the topics' full names; empty until partitions are read.
  var lag: [String: TopicLag] { noted.withLock { $0 } }

  func note(_ lag: [String: TopicLag]) { noted.withLock { $0 = lag } }
}
