import Kafka
import Testing

@Suite("Settings")
struct SettingsTests {
  private let settings = KafkaSettings(bootstrapServers: "127.0.0.1:1")

  @Test("a property that does not exist is refused by name")
  func unknownProperty() throws {
    let error = #expect(throws: KafkaError.self) {
      try KafkaProducer(settings: settings.with(["no.such.property": "1"]), logger: Broker.logger)
    }
    #expect(error?.code == .invalidArgument)
    #expect(error?.reason.contains("no.such.property") == true)
  }

  @Test("a value that is not accepted is refused by the property's name")
  func badValue() throws {
    let error = #expect(throws: KafkaError.self) {
      try KafkaAdmin(settings: settings.with(["security.protocol": "carrier pigeon"]), logger: Broker.logger)
    }
    #expect(error?.reason.contains("security.protocol") == true)
  }

  @Test("TLS and SASL properties are accepted")
  func security() async throws {
    let admin = try KafkaAdmin(
      settings: settings.with([
        "security.protocol": "sasl_ssl", "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": "u",
        "sasl.password": "p", "ssl.endpoint.identification.algorithm": "https",
      ]), logger: Broker.logger)
    await admin.close()
  }

  @Test(
    "what a consumer decides itself cannot be overruled in silence",
    arguments: [
      ["enable.auto.commit": "true"], ["group.id": "other"], ["partition.assignment.strategy": "cooperative-sticky"],
    ])
  func fixedProperties(_ properties: [String: String]) throws {
    let error = #expect(throws: KafkaError.self) {
      try KafkaConsumer(
        settings: settings.with(properties), group: "g", topics: ["t"], logger: Broker.logger)
    }
    let name = try #require(properties.keys.first)
    #expect(error?.reason.contains(name) == true)
  }

  @Test("secrets are not printed")
  func masking() {
    let secret = settings.with(["sasl.password": "hunter2", "ssl.key.pem": "hunter2", "client.id": "me"])
    for text in ["\(secret)", String(reflecting: secret), "\(Mirror(reflecting: secret).children.map { $0 })"] {
      #expect(!text.contains("hunter2"))
      #expect(text.contains("client.id=me"))
    }
  }
}
