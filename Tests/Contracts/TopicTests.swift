import Contracts
import Testing

@Suite("Topics")
struct TopicTests {
  @Test("Names are unique, and each service has a position topic of as many partitions as shards")
  func names() {
    let all = TopicCatalogue.all(shards: 3)
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(all.filter { $0.purpose == .position }.map(\.partitions) == [3, 3, 3, 3])
    #expect(all.filter { $0.purpose != .position }.allSatisfy { $0.partitions == 12 })
  }

  @Test("Raw complaints and messages to petitioners are restricted to their one reader")
  func restricted() {
    let restricted = TopicCatalogue.all(shards: 2).filter(\.isRestricted)
    #expect(restricted.map(\.name) == ["complaints", "petitioner-messages"])
    #expect(restricted.map(\.readers) == [["petitions"], ["notifications"]])
  }

  @Test("State and position topics are compacted, complaints stay seven days at least")
  func cleanup() {
    for topic in TopicCatalogue.all(shards: 2) {
      let policy = topic.configuration(replicationFactor: 3)["cleanup.policy"]
      #expect(policy == (topic.purpose == .state || topic.purpose == .position ? "compact" : "delete"))
    }
    #expect(Topic.complaints.configuration(replicationFactor: 3)["retention.ms"] == "1209600000")
  }

  @Test(
    "A broker can be lost without stopping writes, whatever the replication",
    arguments: [(1, "1"), (2, "1"), (3, "2"), (5, "2")])
  func replicas(factor: Int, expected: String) {
    #expect(Topic.petitions.configuration(replicationFactor: factor)["min.insync.replicas"] == expected)
  }

  @Test("A service finds the topics it reads and writes")
  func ofService() {
    let names = TopicCatalogue.topics(of: .scoring, shards: 2).map(\.name)
    #expect(
      names == [
        "enforcement", "petitions", "scores", "compensations", "audit", "state.ratings", "scoring.outbox-position",
      ])
  }

  @Test("The prefix goes before topics, groups, transactional ids and lock keys")
  func prefix() throws {
    let prefix = try #require(TopicPrefix("city-a."))
    #expect(prefix.name(of: .petitionStates) == "city-a.state.petitions")
    #expect(prefix.topic(named: "city-a.state.petitions") == .petitionStates)
    #expect(prefix.topic(named: "ecoredress.petitions") == nil)
    #expect(prefix.group(of: .scoring) == "city-a.scoring")
    #expect(prefix.transactionalID(of: .scoring, shard: 1) == "city-a.scoring.relay.1")
    let keys = [
      prefix.lockKey(of: .scoring, "relay/0"), prefix.lockKey(of: .scoring, "relay/1"),
      prefix.lockKey(of: .petitions, "relay/0"), TopicPrefix.standard.lockKey(of: .scoring, "relay/0"),
    ]
    #expect(Set(keys).count == 4)
    #expect(keys[0] == prefix.lockKey(of: .scoring, "relay/0"))
    for text in ["a b", "城", "a/b", String(repeating: "x", count: 121)] { #expect(TopicPrefix(text) == nil) }
  }
}
