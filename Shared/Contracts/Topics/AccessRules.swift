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

  /// What the names of side topics begin with, after the deployment's prefix: where `replay` copies to. What follows is the
  /// beginning of the reader's groups, so that each outsider reads what was copied for it and no more.
  public static let sideTopics = "replayed."

  /// The group of clients that read by offsets. It is never joined, yet librdkafka asks who coordinates it.
  private static let readerGroup = AccessRule.Resource.group("reader", prefixed: false)

  /// Everybody's rights: the services', an operator's and each kind of outsider's, each with the principal and the groups that
  /// are named after it.
  public var everybody: [AccessRule] {
    let services = ServiceName.allCases.flatMap { rules(of: $0, principal: "User:\($0.rawValue)") }
    let outsiders = Self.outsiders.flatMap { kind in
      rules(ofOutsider: kind, principal: "User:\(Self.word(kind))", groups: "\(Self.word(kind)).")
    }
    return services + rules(ofOperator: "User:operator") + outsiders
  }

  /// A kind of outsider as part of a name.
  public static func word(_ kind: String) -> String { kind.replacing(" ", with: "-") }

  /// What an operator needs for `topics` and `replay`: makes topics, reads what is open to agencies or hotlines, and writes
  /// to side topics alone.
  public func rules(ofOperator principal: String) -> [AccessRule] {
    var rules = [
      AccessRule(principal: principal, resource: .topics(prefix: prefix.text), operations: [.create, .describe]),
      AccessRule(
        principal: principal, resource: .topics(prefix: prefix.text + Self.sideTopics), operations: [.write, .describe]),
      AccessRule(principal: principal, resource: Self.readerGroup, operations: [.describe]),
    ]
    for topic in complaints.topics where !topic.hasPrefix(prefix.text) {
      rules.append(AccessRule(principal: principal, resource: .topic(topic), operations: [.create, .describe]))
    }
    for topic in TopicCatalogue.topics where topic.isReplayable {
      rules.append(
        AccessRule(principal: principal, resource: .topic(prefix.name(of: topic)), operations: [.read, .describe]))
    }
    return rules
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
    rules.append(AccessRule(principal: principal, resource: Self.readerGroup, operations: [.describe]))
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
      AccessRule(
        principal: principal, resource: .topics(prefix: prefix.text + Self.sideTopics + groups),
        operations: [.read, .describe]),
      AccessRule(principal: principal, resource: .group(groups, prefixed: true), operations: [.read, .describe]),
    ]
  }
}
