import Contracts
import Kafka
import Testing

@testable import Messaging

@Suite("Topics as they should be")
struct TopicDriftTests {
  @Test func `what differs is told, and set when asked for; what is missing is named`() async throws {
    try await Stage.with { stage in
      #expect(try await stage.broker.missingTopics().isEmpty)
      #expect(try await stage.broker.driftOfTopics().isEmpty)

      let retentions = try #require(TopicRetentions(parsing: "petitions=90"))
      let other = BrokerWatch(
        settings: stage.settings, replicationFactor: 1, retentions: retentions, pool: stage.pool, logger: stage.logger)
      let name = stage.settings.prefix.name(of: .petitions)
      let drift = try await other.driftOfTopics()
      #expect(
        drift == [
          name: [TopicDrift(setting: "retention.ms", present: "2592000000", wanted: "7776000000")]
        ])
      try await other.mend(drift)
      #expect(try await other.driftOfTopics().isEmpty)

      let admin = try KafkaAdmin(settings: stage.settings.kafka, logger: stage.logger)
      _ = try await admin.deleteTopics([name])
      await admin.close()
      #expect(try await other.missingTopics() == [name])
    }
  }
}
