/// How long topics keep their records where an operator wants it otherwise than the catalogue (`TOPIC_RETENTION_DAYS`).
///
/// Grammar, white space around any part being free: `topic=days;topic=days`, a topic by its name without the deployment's
/// prefix. Only topics whose records go with time have one: a state topic keeps the newest of each key.
public struct TopicRetentions: Sendable, Equatable {
  /// The least a topic may keep: a consumer that was away over a long holiday must find all of it.
  public static let range = 7...3660

  /// Days by name of topic.
  public let days: [String: Int]

  /// As the catalogue has it.
  public static let standard = TopicRetentions(days: [:])

  private init(days: [String: Int]) {
    self.days = days
  }

  /// Parses the setting; nil when it is not of the grammar, names a topic that has no retention, or is out of range.
  public init?(parsing text: String) {
    var days: [String: Int] = [:]
    for part in text.split(separator: ";") {
      let sides = part.filter { !$0.isWhitespace }.split(separator: "=", omittingEmptySubsequences: false)
      if sides == [""] { continue }
      guard sides.count == 2, let topic = TopicCatalogue.topic(named: String(sides[0])), topic.cleanup != .compact,
        let count = Int(sides[1]), Self.range.contains(count), days.updateValue(count, forKey: topic.name) == nil
      else { return nil }
    }
    guard !days.isEmpty else { return nil }
    self.days = days
  }

  /// The topic as this deployment has it.
  public func applied(to topic: Topic) -> Topic {
    guard let count = days[topic.name] else { return topic }
    var changed = topic
    changed.cleanup = .delete(after: .seconds(count * 86_400))
    return changed
  }
}
