/// The AsyncAPI 3.0 document of the whole system: every topic with its key, headers, binding, retention, and who may read or
/// write it. Made from the topic catalogue, the contracts and their schemas, so that it can say nothing else than they do.
public struct AsyncAPIDocument: Sendable {
  private let prefix: TopicPrefix
  private let complaints: ComplaintTopics
  private let shards: Int
  private let schemas: SchemaAddress
  private let retentions: TopicRetentions

  /// - Parameters:
  ///   - prefix: of the deployment; addresses carry it.
  ///   - complaints: the topics that complaints come in on, where hotlines have topics of their own.
  ///   - shards: how many partitions the relays' position topics have, as given to `migrate`.
  ///   - schemas: where `dataschema` points to, for the examples.
  ///   - retentions: how long topics keep their records where it is otherwise than in the catalogue.
  public init(
    prefix: TopicPrefix = .standard, complaints: ComplaintTopics? = nil, shards: Int = 1,
    schemas: SchemaAddress = .name, retentions: TopicRetentions = .standard
  ) {
    self.prefix = prefix
    self.complaints = complaints ?? ComplaintTopics(prefix: prefix)
    self.shards = shards
    self.schemas = schemas
    self.retentions = retentions
  }

  /// The document.
  public var json: JSON {
    var document = JSONObject()
    document.set("asyncapi", "3.0.0")
    document.set("id", "urn:ecoredress:contracts")
    document.set("info", info)
    document.set("defaultContentType", "application/json")
    document.set("servers", ["kafka": server])
    var channels = JSONObject()
    var operations = JSONObject()
    for topic in TopicCatalogue.all(shards: shards) {
      for (name, address) in addresses(of: topic) {
        channels.set(
          name, AsyncAPIChannel(topic: retentions.applied(to: topic), address: address, prefix: prefix).json)
        for operation in AsyncAPIOperation.all(on: topic, channel: name, prefix: prefix) {
          operations.set(operation.name, operation.json)
        }
      }
    }
    document.set("channels", .object(channels))
    document.set("operations", .object(operations))
    document.set("components", components)
    return .object(document)
  }

  /// The names of a topic's channels with their addresses: one, but for complaints where hotlines have topics of their own.
  private func addresses(of topic: Topic) -> [(name: String, address: String)] {
    guard topic == .complaints, complaints.topics.count > 1 else {
      let address = topic == .complaints ? complaints.topics.first : nil
      return [(topic.name, address ?? prefix.name(of: topic))]
    }
    return complaints.topics.enumerated().map { ($0 == 0 ? topic.name : "\(topic.name).\($0 + 1)", $1) }
  }

  private var info: JSON {
    [
      "title": "EcoRedress 生态环境信访、积分、损害赔偿",
      "version": "1.0.0",
      "description": """
      The topics of EcoRedress. Events are CloudEvents 1.0 over Kafka: attributes in ce_ headers, JSON in the value (binary \
      mode); structured mode is taken in as well. Fields are only added within a version of a type. Read with \
      isolation.level=read_committed. Order is kept for each record key. 事件按 CloudEvents 1.0 写入主题；同一版本内只增加字段。
      """,
      "license": ["name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"],
    ]
  }

  private var server: JSON {
    [
      "host": "{brokers}", "protocol": "kafka-secure",
      "description": "The city's Kafka cluster; 3.7 or newer.",
      "variables": [
        "brokers": ["description": "host:port, separated by commas", "default": "kafka:9092"]
      ],
    ]
  }

  private var components: JSON {
    let contracts = ContractCatalogue.contracts
    var messages = JSONObject()
    var found = JSONObject()
    found.set("CloudEventHeaders", AsyncAPIHeaders.taken)
    found.set("OurCloudEventHeaders", AsyncAPIHeaders.ours)
    let bodies = contracts.map { ($0.type, ContractSchemas.body(of: $0.type) ?? ["type": "object"]) }
    for contract in contracts {
      messages.set(contract.type.rawValue, AsyncAPIMessage(contract: contract, schemas: schemas).json)
    }
    for (type, body) in bodies { found.set(type.rawValue, body.relocated) }
    for word in ContractSchemas.definitions(usedBy: bodies.map(\.1)) { found.set(word.name, word.value.relocated) }
    return ["messages": .object(messages), "schemas": .object(found), "correlationIds": ["root": AsyncAPIHeaders.root]]
  }
}
