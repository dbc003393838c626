import Contracts

/// Which topics may be copied, and where to, so that a slip of the hand neither shows identities nor publishes anything
/// a second time.
struct ReplayBounds {
  let prefix: TopicPrefix
  let complaints: ComplaintTopics

  /// - Throws: a failure of usage when one of the two topics is not for it.
  func check(from: String, to: String) throws(CommandFailure) {
    guard let topic = prefix.topic(named: from), topic.isReplayable, !complaints.topics.contains(from) else {
      let names = TopicCatalogue.topics.filter(\.isReplayable).map { prefix.name(of: $0) }
      throw CommandFailure(
        .usage, "\(from) is not copied for others", remedy: "One of: \(names.joined(separator: ", ")).")
    }
    let own = Set(TopicCatalogue.all(shards: 1).map { prefix.name(of: $0) } + complaints.topics)
    guard !own.contains(to) else {
      throw CommandFailure(
        .usage, "\(to) is the topic of a service, which every reader would get again",
        remedy: "Copy to a side topic, such as \(prefix)\(AccessRules.sideTopics)inspection.1.")
    }
  }
}
