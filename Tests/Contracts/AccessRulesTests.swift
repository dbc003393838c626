import Contracts
import Testing

@Suite("Rights on the broker")
struct AccessRulesTests {
  private let rules = AccessRules(prefix: .standard)

  private func topics(_ rules: [AccessRule], _ operation: AccessRule.Operation) -> Set<String> {
    Set(
      rules.compactMap { rule in
        guard case .topic(let name) = rule.resource, rule.operations.contains(operation) else { return nil }
        return name
      })
  }

  @Test("each topic is written by those it names and by nobody else", arguments: TopicCatalogue.topics)
  func writers(topic: Topic) {
    let name = TopicPrefix.standard.name(of: topic)
    for service in ServiceName.allCases {
      let may = topics(rules.rules(of: service, principal: "User:s"), .write).contains(name)
      #expect(may == topic.writers.contains(service.rawValue), "\(service)")
    }
    for kind in AccessRules.outsiders {
      let own = rules.rules(ofOutsider: kind, principal: "User:o", groups: "o.")
      #expect(topics(own, .write).contains(name) == topic.writers.contains(kind), "\(kind)")
      #expect(topics(own, .read).contains(name) == topic.readers.contains(kind), "\(kind)")
    }
  }

  @Test("complaints and contact data are read by one service alone, and by no outsider")
  func restricted() {
    let restricted = TopicCatalogue.topics.filter(\.isRestricted)
    #expect(restricted.count == 2)
    for topic in restricted {
      let name = TopicPrefix.standard.name(of: topic)
      let services = ServiceName.allCases.filter {
        topics(rules.rules(of: $0, principal: "User:s"), .read).contains(name) && topic.readers.contains($0.rawValue)
      }
      #expect(services.count == 1)
      for kind in AccessRules.outsiders {
        #expect(!topics(rules.rules(ofOutsider: kind, principal: "User:o", groups: "o."), .read).contains(name))
      }
    }
  }

  @Test("as commands: operations, patterns, groups and transactional ids")
  func commands() {
    let all = rules.rules(of: .scoring, principal: "User:scoring").map { $0.command(bootstrapServers: "kafka:9092") }
    let add = "kafka-acls.sh --bootstrap-server kafka:9092 --add --allow-principal 'User:scoring' "
    #expect(all.contains(add + "--operation Read --operation Describe --topic 'ecoredress.petitions'"))
    #expect(all.contains(add + "--operation Read --operation Write --operation Describe --topic 'ecoredress.scores'"))
    #expect(all.contains(add + "--operation Read --operation Describe --group 'ecoredress.scoring.relay'"))
    #expect(
      all.contains(
        add + "--operation Write --operation Describe --transactional-id 'ecoredress.scoring.relay.' "
          + "--resource-pattern-type prefixed"))
    #expect(!all.contains { $0.contains("ecoredress.complaints'") })
  }

  @Test("everybody at once: each service, an operator and each kind of outsider, and each group and transactional id")
  func everybody() {
    let all = rules.everybody
    let principals = ServiceName.allCases.map { "User:\($0.rawValue)" } + ["User:operator"]
    let outsiders = [
      "User:agencies", "User:auditors", "User:banks", "User:enforcement-systems", "User:hotlines", "User:insurers",
    ]
    #expect(Set(all.map(\.principal)) == Set(principals + outsiders))
    for service in ServiceName.allCases {
      let own = Set(all.filter { $0.principal == "User:\(service.rawValue)" }.map(\.resource))
      let group = TopicPrefix.standard.group(of: service)
      #expect(own.isSuperset(of: [.group(group, prefixed: false), .group(group + ".relay", prefixed: false)]))
      #expect(own.isSuperset(of: [.group("reader", prefixed: false), .transactionalIDs(prefix: group + ".relay.")]))
      let position = Topic.outboxPosition(of: service, shards: 1)
      #expect(own.contains(.topic(TopicPrefix.standard.name(of: position))))
      let transactional = TopicPrefix.standard.transactionalID(of: service, shard: 3)
      #expect(transactional.hasPrefix(group + ".relay."))
    }
    // Every topic there is has a writer and a reader among those that get rights.
    for topic in TopicCatalogue.all(shards: 1) {
      let name = TopicPrefix.standard.name(of: topic)
      #expect(topics(all, .write).contains(name) && topics(all, .read).contains(name), "\(name)")
    }
  }

  @Test("an operator makes topics and copies what is open to side topics; neither reads complaints nor writes events")
  func operators() {
    let own = rules.rules(ofOperator: "User:operator")
    #expect(topics(own, .write).isEmpty)
    let writes = own.filter { $0.operations.contains(.write) }.map(\.resource)
    #expect(writes == [.topics(prefix: "ecoredress.replayed.")])
    let restricted = TopicCatalogue.topics.filter { !$0.isReplayable }.map { TopicPrefix.standard.name(of: $0) }
    #expect(topics(own, .read).isDisjoint(with: restricted) && restricted.count == 4)
    #expect(topics(own, .read).contains("ecoredress.scores"))
    let inspection = rules.rules(ofOutsider: "agencies", principal: "User:i", groups: "inspection.")
    #expect(inspection.contains { $0.resource == .topics(prefix: "ecoredress.replayed.inspection.") })
    let made = own.map { $0.command(bootstrapServers: "kafka:9092", commandConfig: "admin.properties") }
    #expect(
      made.contains(
        "kafka-acls.sh --bootstrap-server kafka:9092 --command-config 'admin.properties' --add --allow-principal "
          + "'User:operator' --operation Create --operation Describe --topic 'ecoredress.' "
          + "--resource-pattern-type prefixed"))
  }

  @Test("a quota is suggested for every kind of outsider, for what it may do and nothing else")
  func quotas() throws {
    #expect(ClientQuota.suggested.map(\.kind) == AccessRules.outsiders)
    for quota in ClientQuota.suggested {
      let own = rules.rules(ofOutsider: quota.kind, principal: "User:o", groups: "o.")
      #expect((quota.producerByteRate != nil) == !topics(own, .write).isEmpty, "\(quota.kind)")
      #expect((quota.consumerByteRate != nil) == !topics(own, .read).isEmpty, "\(quota.kind)")
      // The largest record passes within Kafka's window of eleven seconds.
      #expect((quota.producerByteRate ?? .max) >= 1 << 20 / 10, "\(quota.kind)")
    }
    let hotlines = try #require(ClientQuota.suggested.first { $0.kind == "hotlines" })
    #expect(
      hotlines.command(principal: "User:vendor-a", bootstrapServers: "kafka:9092")
        == "kafka-configs.sh --bootstrap-server kafka:9092 --alter --entity-type users --entity-name 'vendor-a' "
        + "--add-config 'producer_byte_rate=1048576,consumer_byte_rate=2097152,request_percentage=50'")
  }

  @Test("a hotline with a topic of its own writes there, and petitions reads it")
  func ownTopics() throws {
    let bound = try ComplaintTopics(parsing: "complaints.12345=/hotline/12345;complaints.rest=*")
    let rules = AccessRules(prefix: .standard, complaints: bound)
    let read = topics(rules.rules(of: .petitions, principal: "User:petitions"), .read)
    #expect(read.isSuperset(of: ["complaints.12345", "complaints.rest"]) && !read.contains("ecoredress.complaints"))
  }
}
