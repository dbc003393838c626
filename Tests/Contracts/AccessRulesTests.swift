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

  @Test("a hotline with a topic of its own writes there, and petitions reads it")
  func ownTopics() throws {
    let bound = try ComplaintTopics(parsing: "complaints.12345=/hotline/12345;complaints.rest=*")
    let rules = AccessRules(prefix: .standard, complaints: bound)
    let read = topics(rules.rules(of: .petitions, principal: "User:petitions"), .read)
    #expect(read.isSuperset(of: ["complaints.12345", "complaints.rest"]) && !read.contains("ecoredress.complaints"))
  }
}
