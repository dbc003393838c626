internal import Contracts
public import Kafka

extension BrokerWatch {
  /// The service's topics as this deployment has them.
  private var topics: [Topic] {
    TopicCatalogue.topics(of: settings.service, shards: settings.shards).map { retentions.applied(to: $0) }
  }

  /// Makes the service's topics where they are missing; answers what became of each.
  public func createTopics() async throws -> [String: KafkaTopicOutcome] {
    let specifications = topics.map { topic in
      KafkaTopicSpecification(
        name: settings.prefix.name(of: topic), partitions: topic.partitions, replicationFactor: replicationFactor,
        configuration: topic.configuration(replicationFactor: replicationFactor))
    }
    return try await withAdmin { try await $0.createTopics(specifications) }
  }

  /// The service's topics that are not there yet.
  public func missingTopics() async throws -> [String] {
    let names = topics.map { settings.prefix.name(of: $0) }
    let wanted = Set(names)
    let present = try await withAdmin { try await $0.topics(matching: { wanted.contains($0) }) }
    return names.filter { present[$0] == nil }
  }

  /// What of the settings of topics that exist is otherwise than it should be, by topic: retention and the largest record.
  /// `min.insync.replicas` is left to the cluster's operator, who knows how many brokers there are.
  public func driftOfTopics() async throws -> [String: [TopicDrift]] {
    let topics = topics
    let prefix = settings.prefix
    return try await withAdmin { admin in
      let names = Set(topics.map { prefix.name(of: $0) })
      let present = try await admin.topics(matching: { names.contains($0) })
      var drift: [String: [TopicDrift]] = [:]
      for topic in topics where present[prefix.name(of: topic)] != nil {
        let name = prefix.name(of: topic)
        let configuration = try await admin.configuration(of: name)
        var wanted = topic.configuration(replicationFactor: 1)
        wanted["min.insync.replicas"] = nil
        let differing = wanted.filter { configuration[$0.key] != $0.value }.sorted { $0.key < $1.key }
        if !differing.isEmpty {
          drift[name] = differing.map { TopicDrift(setting: $0.key, present: configuration[$0.key], wanted: $0.value) }
        }
      }
      return drift
    }
  }

  /// Sets what ``driftOfTopics()`` named as it should be.
  public func mend(_ drift: [String: [TopicDrift]]) async throws {
    try await withAdmin { admin in
      for (topic, settings) in drift {
        try await admin.alterConfiguration(
          of: topic, Dictionary(settings.map { ($0.setting, $0.wanted) }) { first, _ in first })
      }
    }
  }

  /// The ends of the logs of these topics; those that do not exist are left out.
  func ends(of topics: [String]) async throws -> [KafkaPartition: Int64] {
    let wanted = Set(topics)
    return try await withAdmin { admin in
      let counts = try await admin.topics(matching: { wanted.contains($0) })
      let partitions = counts.flatMap { topic, count in (0..<Int32(count)).map { KafkaPartition(topic, $0) } }
      return try await admin.watermarks(partitions).mapValues(\.high)
    }
  }

  /// The bounds of partitions' logs.
  func watermarks(_ partitions: [KafkaPartition]) async throws -> [KafkaPartition: KafkaLogBounds] {
    try await withAdmin { try await $0.watermarks(partitions) }
  }

  /// Runs with a client of its own, which is closed whatever comes of it.
  private func withAdmin<Answer: Sendable>(_ body: (KafkaAdmin) async throws -> Answer) async throws -> Answer {
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    do {
      let answer = try await body(admin)
      await admin.close()
      return answer
    } catch {
      await admin.close()
      throw error
    }
  }
}
