/// A topic on which complaints come in, bound to the sources that may use it, so that each vendor can have its own
/// and none can write in another's name.
public struct ComplaintTopic: Sendable, Equatable {
  /// The full name of the topic, with its prefix.
  public let topic: String
  /// The values of `source` accepted on it; nil accepts every source.
  public let sources: Set<String>?

  public init(topic: String, sources: Set<String>?) {
    self.topic = topic
    self.sources = sources
  }
}

extension ConfigurationType where Value == [ComplaintTopic] {
  /// `topic=source|source,topic=*`.
  static var complaintTopics: Self {
    Self(name: "list", range: "topic=source|source,… or topic=* for every source") { text in
      var topics: [ComplaintTopic] = []
      for entry in text.split(separator: ",") {
        let sides = entry.filter { !$0.isWhitespace }.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
        guard !topics.contains(where: { $0.topic == sides[0] }) else { return nil }
        let sources = sides[1].split(separator: "|").map(String.init)
        guard !sources.isEmpty else { return nil }
        topics.append(ComplaintTopic(topic: String(sides[0]), sources: sources == ["*"] ? nil : Set(sources)))
      }
      return topics.isEmpty ? nil : topics
    }
  }
}
