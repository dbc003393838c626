internal import Contracts
internal import Kafka
public import Logging
public import Postgres

/// Gives a topic of this service more partitions without breaking the order of a key.
///
/// A key's partition follows from their number: what is published before and after would stand in two partitions, and be read
/// in any order. So nothing is published until all that is there is read: the relays' locks are taken from them, what they
/// have under way is ended, and every group with a position in the topic is waited for. Only then partitions are added. The
/// relays go on by themselves as soon as the locks are free, also when this process ends in between: events gather in the
/// outbox meanwhile.
///
/// Readers without a group are not seen: whoever reads the topic by partitions of its own has to be told.
public struct TopicGrowth: Sendable {
  private let settings: RelaySettings
  private let lockConfiguration: PostgresConfiguration
  private let runner: UnitOfWorkRunner
  private let logger: Logger

  /// - Parameter lockConfiguration: as for the service's relays, with the same role.
  public init(
    settings: RelaySettings, lockConfiguration: PostgresConfiguration, runner: UnitOfWorkRunner, logger: Logger
  ) {
    self.settings = settings
    self.lockConfiguration = lockConfiguration
    self.runner = runner
    self.logger = logger
  }

  /// How many partitions the topic has.
  /// - Throws: ``GrowthRefusal`` when it cannot be given so many.
  public func look(_ topic: String, to partitions: Int) async throws -> Int {
    let written = TopicCatalogue.topics(of: settings.service, shards: settings.shards).filter {
      $0.writers.contains(settings.service.rawValue)
    }
    guard let known = written.first(where: { settings.prefix.name(of: $0) == topic }) else {
      throw GrowthRefusal.notWritten(
        topic: topic, own: written.filter { $0.purpose == .events }.map { settings.prefix.name(of: $0) })
    }
    guard known.purpose == .events else { throw GrowthRefusal.state(topic: topic) }
    let others = known.writers.filter { $0 != settings.service.rawValue }
    guard others.isEmpty else { throw GrowthRefusal.writtenByOthers(topic: topic, writers: others) }
    guard let present = try await count(topic) else { throw GrowthRefusal.missing(topic: topic) }
    guard partitions > present else { throw GrowthRefusal.notMore(topic: topic, present: present) }
    return present
  }

  /// Holds, waits, adds; audited.
  ///
  /// - Parameters:
  ///   - leftOut: groups that are not waited for, such as those of readers that are gone.
  ///   - patience: how long to wait for the others.
  ///   - tell: who still has how much before it, once a second.
  /// - Throws: ``GrowthRefusal``; nothing was changed then.
  public func grow(
    _ topic: String, to partitions: Int, leftOut: Set<String>, patience: Duration, by actor: String, reason: String,
    tell: @Sendable @escaping ([String: Int]) -> Void
  ) async throws {
    let present = try await look(topic, to: partitions)
    try await hold(from: 0) {
      for shard in 0..<settings.shards { try await endTransaction(of: shard) }
      try await untilRead(topic, partitions: present, leftOut: leftOut, patience: patience, tell: tell)
      try await add(topic, partitions)
    }
    try await runner.run { work in
      work.record(
        AuditEntry(actor: actor, action: "topic.grown", subject: "\(topic) to \(partitions)", cause: reason))
    }
  }

  /// Runs the body while no relay of this service publishes.
  private func hold(from shard: Int, _ body: @Sendable @escaping () async throws -> Void) async throws {
    guard shard < settings.shards else { return try await body() }
    let lock = SessionLock(
      configuration: lockConfiguration, key: settings.prefix.lockKey(of: settings.service, "relay.\(shard)"),
      logger: logger)
    let deadline = ContinuousClock.now + .seconds(30)
    while try await !lock.whileHeld({ try await hold(from: shard + 1, body) }) {
      guard ContinuousClock.now < deadline else { throw GrowthRefusal.relayHeld(shard: shard) }
      // Whoever had it comes back for it after a pause longer than this one.
      try await lock.endHolder()
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// A relay that has lost its lock may be in a Kafka transaction: taking its id over ends that.
  private func endTransaction(of shard: Int) async throws {
    let producer = try KafkaTransactionalProducer(
      settings: settings.kafka, transactionalID: settings.prefix.transactionalID(of: settings.service, shard: shard),
      logger: logger)
    do {
      try await producer.initTransactions(timeout: .seconds(20))
      await producer.close()
    } catch {
      await producer.close()
      throw error
    }
  }

  private func untilRead(
    _ topic: String, partitions: Int, leftOut: Set<String>, patience: Duration, tell: ([String: Int]) -> Void
  ) async throws {
    let readers = TopicReaders(settings: settings, logger: logger)
    let deadline = ContinuousClock.now + patience
    while true {
      let remaining = try await readers.remaining(of: topic, partitions: partitions, leftOut: leftOut)
      if remaining.isEmpty { return }
      guard ContinuousClock.now < deadline else {
        throw GrowthRefusal.notRead(topic: topic, remaining: remaining)
      }
      tell(remaining)
      try await Task.sleep(for: .seconds(1))
    }
  }

  /// Adds them, and waits until brokers have said so for two seconds: a relay that began with the old number would publish by
  /// it until it asks again.
  private func add(_ topic: String, _ partitions: Int) async throws {
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    do {
      try await admin.grow(topic, to: partitions)
      var seen = 0
      while seen < 4 {
        try await Task.sleep(for: .milliseconds(500))
        seen = try await admin.topics(matching: { $0 == topic })[topic] == partitions ? seen + 1 : 0
      }
      await admin.close()
    } catch {
      await admin.close()
      throw error
    }
  }

  private func count(_ topic: String) async throws -> Int? {
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    do {
      let count = try await admin.topics(matching: { $0 == topic })[topic]
      await admin.close()
      return count
    } catch {
      await admin.close()
      throw error
    }
  }
}
