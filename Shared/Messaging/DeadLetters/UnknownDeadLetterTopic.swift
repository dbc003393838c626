/// A dead letter of a topic this service does not subscribe to any more.
public struct UnknownDeadLetterTopic: Error, CustomStringConvertible {
  public let topic: String
  public var description: String {
    "this service does not subscribe to \(topic); its dead letters can only be discarded"
  }
}
