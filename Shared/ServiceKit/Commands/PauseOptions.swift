import ArgumentParser
import Contracts
import Messaging

/// What is paused or resumed.
struct PauseOptions: ParsableArguments {
  @Argument(help: "The topic, by its full name.")
  var topic: String

  @Option(help: "Only this partition.")
  var partition: Int32?

  @Option(help: "Only this ordering key; `dead-letters list` shows keys as they are meant here.")
  var key: String?

  func validate() throws {
    if partition != nil, key != nil { throw ValidationError("Give --partition or --key, not both.") }
    if let partition, partition < 0 { throw ValidationError("Partitions count from 0.") }
  }

  /// - Throws: a failure when the service does not read the topic: a slip of the hand would else pause nothing.
  func scope(among subscriptions: [Subscription]) throws(CommandFailure) -> PauseScope {
    guard subscriptions.contains(where: { $0.topic == topic }) else {
      let known = subscriptions.map(\.topic).joined(separator: ", ")
      throw CommandFailure(.data, "this service does not read \(topic)", remedy: "One of: \(known).")
    }
    return partition.map { .partition($0) } ?? key.map { .key($0) } ?? .topic
  }

  var words: String {
    partition.map { "partition \($0) of \(topic)" } ?? key.map { "key \($0) of \(topic)" } ?? "topic \(topic)"
  }
}
