public import Contracts

/// Where the Kafka cluster is and how the clients speak to it.
public struct BrokerConfiguration: Sendable {
  /// `host:port`, separated by commas.
  public var bootstrapServers: String
  /// Prefixes topics, consumer groups, transactional ids and lock keys; never event types.
  public var topicPrefix: String
  /// The topics on which complaints come in and the sources that may use each; nil means the one standard topic
  /// for all sources.
  public var complaintTopics: ComplaintTopics?
  /// librdkafka properties for every client.
  public var properties: [String: String]
  /// librdkafka properties for consumers, winning over `properties`.
  public var consumerProperties: [String: String]
  /// librdkafka properties for producers, winning over `properties`.
  public var producerProperties: [String: String]

  public init(
    bootstrapServers: String, topicPrefix: String = "ecoredress.", complaintTopics: ComplaintTopics? = nil,
    properties: [String: String] = [:], consumerProperties: [String: String] = [:],
    producerProperties: [String: String] = [:]
  ) {
    self.bootstrapServers = bootstrapServers
    self.topicPrefix = topicPrefix
    self.complaintTopics = complaintTopics
    self.properties = properties
    self.consumerProperties = consumerProperties
    self.producerProperties = producerProperties
  }
}

extension BrokerConfiguration: ConfigurationArea {
  enum Keys {
    static let bootstrapServers = ConfigurationKey(
      "KAFKA_BOOTSTRAP_SERVERS", .text, "The brokers to start from, host:port separated by commas")
    static let topicPrefix = ConfigurationKey(
      "TOPIC_PREFIX", .topicPrefix, default: "ecoredress.",
      "Prefixes topics, consumer groups, transactional ids and lock keys")
    static let complaintTopics = ConfigurationKey(
      "COMPLAINT_TOPICS", .complaintTopics,
      "The topics complaints come in on and the sources that may use each; unset is one topic for all")
  }

  public static let title = "Kafka"
  public static let keys = [
    Keys.bootstrapServers.description, Keys.topicPrefix.description, Keys.complaintTopics.description,
    KafkaProperties.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let bootstrapServers = scope.read(Keys.bootstrapServers)
    let topicPrefix = scope.read(Keys.topicPrefix)
    let complaintTopics = scope.readIfPresent(Keys.complaintTopics)
    let properties = KafkaProperties(environment: reader.environment)
    for problem in properties.problems { scope.note(problem.key, problem.message) }
    guard let bootstrapServers, let topicPrefix, scope.problems.isEmpty else { throw scope.error }
    self.init(
      bootstrapServers: bootstrapServers, topicPrefix: topicPrefix, complaintTopics: complaintTopics,
      properties: properties.shared, consumerProperties: properties.consumer, producerProperties: properties.producer)
  }
}

extension BrokerConfiguration {
  /// What topics are called, for what is printed without any broker.
  static func names(
    _ reader: ConfigurationReader
  ) throws(ConfigurationError) -> (prefix: String, complaints: ComplaintTopics?) {
    var scope = ConfigurationScope(reader)
    let prefix = scope.read(Keys.topicPrefix)
    let complaints = scope.readIfPresent(Keys.complaintTopics)
    guard let prefix, scope.problems.isEmpty else { throw scope.error }
    return (prefix, complaints)
  }
}

extension ConfigurationType where Value == String {
  /// What a Kafka topic name may begin with, short enough to leave room for the name.
  static var topicPrefix: Self {
    Self(name: "text", range: "letters, digits, '.', '_' and '-', up to 100") { text in
      let isLegal = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
          return true
        default: return false
        }
      }
      return isLegal && (1...100).contains(text.utf8.count) ? text : nil
    }
  }
}
