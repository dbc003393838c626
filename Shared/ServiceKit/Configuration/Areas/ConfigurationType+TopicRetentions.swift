import Contracts

extension ConfigurationType where Value == TopicRetentions {
  /// See ``TopicRetentions`` for the grammar.
  static var topicRetentions: Self {
    let range = TopicRetentions.range
    return Self(name: "list", range: "topic=days;topic=days, \(range.lowerBound)…\(range.upperBound) days") { text in
      TopicRetentions(parsing: text)
    }
  }
}
