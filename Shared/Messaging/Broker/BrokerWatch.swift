public import Contracts
internal import FoundationEssentials
internal import Kafka
public import Logging
public import Postgres

/// Knows whether the broker is the one this schema has been working with, and prepares what it needs there.
///
/// A random incarnation is kept in the schema and as a record in the relay's position topic. A schema that has one at
/// a broker that has none means that the broker lost its data: then what is retained in the outbox is published again,
/// consumers start at the beginning – the inbox keeps the effects single – and the state topics are filled from the
/// tables.
public actor BrokerWatch {
  let settings: RelaySettings
  private let pool: PostgresPool
  let logger: Logger
  let replicationFactor: Int
  let retentions: TopicRetentions
  private var confirmed: ContinuousClock.Instant?
  private var running: Task<Void, any Error>?

  /// - Parameters:
  ///   - replicationFactor: for topics made anew; -1 leaves it to the broker.
  ///   - retentions: how long topics keep their records where it is otherwise than in the catalogue.
  public init(
    settings: RelaySettings, replicationFactor: Int, retentions: TopicRetentions = .standard, pool: PostgresPool,
    logger: Logger
  ) {
    self.settings = settings
    self.replicationFactor = replicationFactor
    self.retentions = retentions
    self.pool = pool
    self.logger = logger
  }

  /// Returns when the broker is known to be the right one; looks again when the last look is ten seconds old.
  /// - Parameter afresh: looks again in any case: something is not where it was.
  /// - Throws: ``RelayRefusal/otherBroker``, or what kept it from finding out.
  func confirm(afresh: Bool = false) async throws {
    if !afresh, let confirmed, confirmed.duration(to: .now) < .seconds(10) { return }
    if let running { return try await running.value }
    let task = Task { try await establish() }
    running = task
    defer { running = nil }
    try await task.value
    confirmed = .now
  }

  /// Takes the broker for this schema's own, whatever its incarnation: an operator has said so.
  func adopt() async throws {
    let found = try await readIncarnation(topic: settings.positionTopic)
    guard let found else { return }
    try await pool.withConnection { try await IncarnationStore(connection: $0).accept(found) }
    confirmed = nil
  }

  private func establish() async throws {
    let topic = settings.positionTopic
    try await pool.withTransaction { connection in
      _ = try await connection.execute(
        "select pg_advisory_xact_lock(\(self.settings.prefix.lockKey(of: self.settings.service, "incarnation")))")
      let store = IncarnationStore(connection: connection)
      let known = try await store.incarnation()
      var found = try await self.readIncarnation(topic: topic)
      if known.present != nil, found == nil {
        // What follows is large: a broker that has only just come back is looked at twice.
        try await Task.sleep(for: .seconds(2))
        found = try await self.readIncarnation(topic: topic)
      }
      switch (known.present, found) {
      case (let present?, let found?) where present == found:
        return
      case (_, let found?) where known.pending == found:
        try await store.accept(found)
      case (nil, nil):
        try await self.introduce(known.pending ?? UUID().uuidString.lowercased(), topic: topic, store: store)
      case (_?, nil):
        self.logger.critical(
          "the broker has lost its data: publishing again what is retained, and reading from the beginning")
        _ = try await self.createTopics()
        try await store.startOver(shards: self.settings.shards)
        try await self.introduce(UUID().uuidString.lowercased(), topic: topic, store: store)
      case (_, _?):
        throw RelayRefusal.otherBroker
      }
    }
  }

  /// Writes the incarnation to the broker. The schema notes it as pending first, so that a crash in between does not
  /// make it a stranger's.
  private func introduce(_ incarnation: String, topic: String, store: IncarnationStore) async throws {
    try await pool.withConnection { try await IncarnationStore(connection: $0).announce(incarnation) }
    let producer = try KafkaProducer(settings: settings.kafka, logger: logger)
    do {
      _ = try await producer.send(
        [
          KafkaRecord(
            topic: topic, partition: 0, key: Array("incarnation".utf8), value: Array(incarnation.utf8), headers: [])
        ],
        timeout: .seconds(10))
      await producer.close()
    } catch {
      await producer.close()
      throw error
    }
    try await store.accept(incarnation)
  }

  private func readIncarnation(topic: String) async throws -> String? {
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    let reader = try KafkaReader(settings: settings.kafka, logger: logger)
    do {
      guard try await admin.topics(matching: { $0 == topic })[topic] != nil else {
        await reader.close()
        await admin.close()
        return nil
      }
      let partition = KafkaPartition(topic, 0)
      let bounds = try await admin.watermarks([partition])
      var incarnation: String?
      if let log = bounds[partition], log.high > log.low {
        for message in try await reader.readToEnd(from: [partition: log.low])
        where message.key == Array("incarnation".utf8) {
          incarnation = message.value.map { String(decoding: $0, as: UTF8.self) }
        }
      }
      await reader.close()
      await admin.close()
      return incarnation
    } catch {
      await reader.close()
      await admin.close()
      throw error
    }
  }
}
