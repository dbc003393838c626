import Contracts
import Testing

@Suite("AsyncAPI")
struct AsyncAPITests {
  private let document = AsyncAPIDocument(shards: 3).json

  @Test(
    "every topic is a channel with its address, events, key, retention, readers and writers",
    arguments: TopicCatalogue.all(shards: 3))
  func channels(topic: Topic) throws {
    let channel = try #require(document["channels"]?[topic.name])
    #expect(channel["address"]?.string == "ecoredress.\(topic.name)")
    let types = ContractCatalogue.contracts.filter { $0.topic == topic }.map(\.type.rawValue)
    #expect(channel["messages"]?.object?.members.map(\.name) == types)
    #expect(channel["x-key"]?.string == topic.key && channel["x-restricted"]?.bool == topic.isRestricted)
    #expect(channel["x-writers"]?.array?.compactMap(\.string) == topic.writers)
    #expect(channel["x-readers"]?.array?.compactMap(\.string) == topic.readers)
    let binding = channel["bindings"]?["kafka"]
    #expect(binding?["partitions"]?.integer == Int64(topic.partitions))
    let settings = topic.configuration(replicationFactor: 3)
    let told = binding?["topicConfiguration"]
    #expect(told?["cleanup.policy"]?.array?.first?.string == settings["cleanup.policy"])
    #expect(told?["retention.ms"]?.integer == settings["retention.ms"].flatMap { Int64($0) })
  }

  @Test("every reference leads somewhere")
  func references() {
    var open = [document]
    var count = 0
    while let node = open.popLast() {
      open += node.array ?? []
      for member in node.object?.members ?? [] where member.name != "examples" {
        guard member.name == "$ref", let target = member.value.string else {
          open.append(member.value)
          continue
        }
        count += 1
        let found = target.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
        #expect(found != nil, "\(target)")
      }
    }
    #expect(count > 500)
  }

  @Test("an example has every header that is promised, and a topic of a hotline's own is a channel of its own")
  func headers() throws {
    let promised =
      document["components"]?["schemas"]?["OurCloudEventHeaders"]?["required"]?.array?.compactMap(\.string) ?? []
    #expect(promised.contains("ce_causationid") && promised.contains("ce_dataschema"))
    for contract in ContractCatalogue.contracts where contract.direction == .outbound {
      let message = document["components"]?["messages"]?[contract.type.rawValue]
      for example in try #require(message?["examples"]?.array) {
        for name in promised { #expect(example["headers"]?[name] != nil, "\(contract.type) \(name)") }
      }
    }
    let bound = try ComplaintTopics(parsing: "complaints.12345=/hotline/12345;complaints.rest=*")
    let own = AsyncAPIDocument(complaints: bound).json["channels"]
    #expect(own?["complaints"]?["address"]?.string == "complaints.12345")
    #expect(own?["complaints.2"]?["address"]?.string == "complaints.rest")
  }
}
