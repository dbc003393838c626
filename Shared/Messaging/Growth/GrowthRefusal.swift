/// Why a topic is not given more partitions.
public enum GrowthRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The service does not write the topic: what its writers publish meanwhile cannot be held.
  case notWritten(topic: String, own: [String])
  /// Others write it, too.
  case writtenByOthers(topic: String, writers: [String])
  /// A state topic keeps the newest record of each key in its partition: in another one it would not replace the old.
  case state(topic: String)
  /// There is no such topic on the broker.
  case missing(topic: String)
  case notMore(topic: String, present: Int)
  /// Not everybody had read everything in time; nothing was changed.
  /// - Parameter remaining: how many records each group has before it, at least.
  case notRead(topic: String, remaining: [String: Int])
  /// Another session has the lock of a relay and could not be ended.
  case relayHeld(shard: Int)

  public var description: String {
    switch self {
    case .notWritten(let topic, let own):
      "\(topic) is not written by this service, which writes \(own.sorted().joined(separator: ", "))"
    case .writtenByOthers(let topic, let writers): "\(topic) is written by \(writers.joined(separator: ", ")) as well"
    case .state(let topic): "\(topic) keeps the newest record of each key where it is and cannot grow"
    case .missing(let topic): "there is no topic \(topic)"
    case .notMore(let topic, let present): "\(topic) has \(present) partitions already"
    case .notRead(let topic, let remaining):
      "not all of \(topic) is read: "
        + remaining.sorted { $0.key < $1.key }.map { "\($0.key) has \($0.value) before it" }.joined(separator: ", ")
    case .relayHeld(let shard): "the relay of shard \(shard) could not be held"
    }
  }
}
