/// Who may do what on the broker: what follows from the writers and readers of each topic, and no more.
public struct AccessRules: Sendable {
  private let prefix: TopicPrefix
  private let complaints: ComplaintTopics

  /// - Parameter complaints: the topics that complaints come in on, where hotlines have topics of their own.
  public init(prefix: TopicPrefix, complaints: ComplaintTopics? = nil) {
    self.prefix = prefix
    self.complaints = complaints ?? ComplaintTopics(prefix: prefix)
  }

  /// The names on the broker.
  private func names(of topic: Topic) -> [String] {
    topic == .complaints ? complaints.topics : [prefix.name(of: topic)]
  }

  /// The outsiders that some topic names as writer or reader.
  public static var outsiders: [String] {
    let named = TopicCatalogue.topics.flatMap { $0.writers + $0.readers }
    return Set(named).subtracting(ServiceName.allCases.map(\.rawValue)).sorted()
  }

  /// What a service needs to serve. Making topics (`topics`) is an operator's right.
  public func rules(of service: ServiceName, principal: String) -> [AccessRule] {
    let name = service.rawValue
    // The name of a position's topic does not depend on the number of shards.
    var rules = TopicCatalogue.topics(of: service, shards: 1).flatMap { topic in
      var operations: [AccessRule.Operation] = []
      // A relay whose position is gone looks for it at the tails of what it has written, so it reads those too.
      if topic.readers.contains(name) || topic.writers.contains(name) { operations.append(.read) }
      if topic.writers.contains(name) { operations.append(.write) }
      return names(of: topic).map {
        AccessRule(principal: principal, resource: .topic($0), operations: operations + [.describe])
      }
    }
    let group = prefix.group(of: service)
    for group in [group, group + ".relay"] {
      rules.append(
        AccessRule(principal: principal, resource: .group(group, prefixed: false), operations: [.read, .describe]))
    }
    rules.append(
      AccessRule(
        principal: principal, resource: .transactionalIDs(prefix: group + ".relay."),
        operations: [.write, .describe]))
    return rules
  }

  /// What an outsider of this kind may do: `hotlines`, `agencies`, `banks`. Restricted topics are read by those they name.
  /// - Parameter groups: what the names of its consumer groups begin with; each outsider needs its own.
  public func rules(ofOutsider kind: String, principal: String, groups: String) -> [AccessRule] {
    let topics = TopicCatalogue.topics.flatMap { topic -> [AccessRule] in
      var operations: [AccessRule.Operation] = []
      if topic.readers.contains(kind) { operations.append(.read) }
      if topic.writers.contains(kind) { operations.append(.write) }
      guard !operations.isEmpty else { return [] }
      return names(of: topic).map {
        AccessRule(principal: principal, resource: .topic($0), operations: operations + [.describe])
      }
    }
    guard topics.contains(where: { $0.operations.contains(.read) }) else { return topics }
    return topics + [
      AccessRule(principal: principal, resource: .group(groups, prefixed: true), operations: [.read, .describe])
    ]
  }
}
