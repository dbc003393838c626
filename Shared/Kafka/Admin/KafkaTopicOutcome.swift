/// What became of one topic in a call about several.
public enum KafkaTopicOutcome: Sendable, Equatable {
  case created
  /// It was there already, perhaps with another configuration; nothing was changed.
  case existed
  case failed(KafkaError)
}
