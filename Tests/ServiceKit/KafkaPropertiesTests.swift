import Testing

@testable import ServiceKit

@Suite("Kafka properties from the environment")
struct KafkaPropertiesTests {
  @Test("Any property is reached by its own name, for all clients or for one kind")
  func scopes() {
    let properties = KafkaProperties(environment: [
      "KAFKA_SECURITY_PROTOCOL": "SASL_SSL", "KAFKA_SASL_PASSWORD": "hunter2",
      "KAFKA_CONSUMER_FETCH_MIN_BYTES": "1", "KAFKA_PRODUCER_LINGER_MS": "2", "KAFKA_BOOTSTRAP_SERVERS": "k:9092",
      "OTHER": "x",
    ])
    #expect(properties.shared == ["security.protocol": "SASL_SSL", "sasl.password": "hunter2"])
    #expect(properties.consumer == ["fetch.min.bytes": "1"])
    #expect(properties.producer == ["linger.ms": "2"])
    #expect(properties.problems.isEmpty)
  }

  @Test(
    "What delivery rests on cannot be changed from outside",
    arguments: ["KAFKA_GROUP_ID", "KAFKA_PRODUCER_TRANSACTIONAL_ID", "KAFKA_CONSUMER_ENABLE_AUTO_COMMIT", "KAFKA_ACKS"])
  func owned(name: String) {
    let properties = KafkaProperties(environment: [name: "x"])
    #expect(properties.problems.map(\.key) == [name])
  }

  @Test("The variables that Kubernetes adds for a service called kafka are no properties")
  func serviceLinks() {
    let properties = KafkaProperties(environment: [
      "KAFKA_PORT": "tcp://10.0.0.1:9092", "KAFKA_PORT_9092_TCP_ADDR": "10.0.0.1", "KAFKA_SERVICE_HOST": "10.0.0.1",
    ])
    #expect(properties.shared.isEmpty && properties.problems.isEmpty)
  }

  @Test("A name without a property is a mistake", arguments: ["KAFKA_", "KAFKA_CONSUMER_", "KAFKA__X"])
  func nameless(name: String) {
    #expect(KafkaProperties(environment: [name: "x"]).problems.map(\.key) == [name])
  }
}
