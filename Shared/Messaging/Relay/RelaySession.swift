internal import Contracts
internal import FoundationEssentials
internal import Kafka
internal import Logging
internal import Metrics
internal import Postgres

/// One life of a shard's transactional producer: from `init_transactions` to the first thing that goes wrong.
final class RelaySession {
  private static let transactionTimeout = Duration.seconds(10)
  /// Group offsets expire when nothing is committed for days: the position is committed anew at least this often.
  private static let heartbeat = Duration.seconds(3600)

  private let settings: RelaySettings
  private let shard: Int
  private let store: RelayStore
  private let faults: FaultPoints
  private let logger: Logger
  private let producer: KafkaTransactionalProducer
  private let transactionTime = Metrics.Timer(label: "ecoredress_relay_transaction_seconds")
  private let publishedCount = Metrics.Counter(label: "ecoredress_relay_events_total")
  private var tick: Int64 = 0
  private var lastID: Int64 = .max
  private var cut: RelayStore.Cut?
  /// Whether all rows of the present cut are published.
  private var isDrained = false
  private var system = ""
  private var skip: Set<UUID> = []
  private var topics: [String: String] = [:]
  private var committed = ContinuousClock.now

  init(settings: RelaySettings, shard: Int, store: RelayStore, faults: FaultPoints, logger: Logger) throws {
    self.settings = settings
    self.shard = shard
    self.store = store
    self.faults = faults
    self.logger = logger
    producer = try KafkaTransactionalProducer(
      settings: settings.kafka, transactionalID: settings.prefix.transactionalID(of: settings.service, shard: shard),
      logger: logger)
  }

  /// Fences the predecessor first, then reads the position: in this order nothing can come in between.
  func open() async throws {
    try await producer.initTransactions(timeout: .seconds(20))
    try await producer.warmMetadata(
      topics: RelayTails.topics(of: settings) + [settings.positionTopic], timeout: .seconds(10))
    system = try await store.system()
    let kafka = try await RelayPositions(settings: settings, logger: logger).committed(shard: shard)
    let published = try await store.published()
    let ticks = try await store.ticks(markAt: kafka?.tick, system: system)
    switch RelayStart.decide(kafka: kafka, published: published, ticks: ticks) {
    case .resume(let tick, let lastID):
      self.tick = tick
      self.lastID = lastID
    case .searchTails(let tick, let lastID):
      logger.warning("Kafka has forgotten the relay's position; looking at the topics' tails")
      let tails = RelayTails(settings: settings, logger: logger)
      let found = try await tails.newest(after: (tick, lastID), store: store)
      self.tick = found.tick
      self.lastID = found.lastID
    case .refuse(let refusal):
      throw refusal
    }
    // Last: a recovery that commits before this is heeded; one that commits after begins a base, see `publishNext`.
    skip = try await store.alreadyPublished()
    cut = try await store.load(tick)
    logger.info("the relay publishes", metadata: ["shard": "\(shard)", "tick": "\(tick)", "id": "\(lastID)"])
  }

  /// Publishes the next rows, at most one Kafka transaction's worth; answers how many.
  func publishNext() async throws -> Int {
    if let cut, !isDrained {
      let rows = try await store.rows(of: cut, after: lastID, limit: settings.batch)
      isDrained = rows.count < settings.batch
      if let last = rows.last {
        try await publish(rows, upTo: last.id, of: cut)
        return rows.count
      }
    }
    guard let next = try await store.cut(after: tick) else {
      if committed.duration(to: .now) > RelaySession.heartbeat, let cut { try await publish([], upTo: lastID, of: cut) }
      return 0
    }
    // A recovery while this session lives: what it found on the topics must not go out a second time.
    if next.isBase { skip = try await store.alreadyPublished() }
    cut = next
    tick = next.tick
    lastID = 0
    isDrained = false
    return try await publishNext()
  }

  private func publish(_ rows: [OutboxRow], upTo last: Int64, of cut: RelayStore.Cut) async throws {
    let began = ContinuousClock.now
    let records = try rows.filter { skip.isEmpty || !skip.contains($0.eventID) }.map { try record($0) }
    let position = RelayPosition(tick: cut.tick, lastID: last, mark: cut.mark, system: system)
    try await producer.begin()
    try await producer.produce(records)
    try await producer.sendOffsets(
      [
        KafkaPartition(settings.positionTopic, Int32(shard)):
          KafkaPosition(offset: position.tick, metadata: position.metadata)
      ], group: settings.positionGroup, timeout: RelaySession.transactionTimeout)
    faults.reach("relay.after-produce")
    try await producer.commit(timeout: RelaySession.transactionTimeout)
    faults.reach("relay.after-commit")
    lastID = last
    committed = .now
    transactionTime.recordNanoseconds(Int64(began.duration(to: .now) / .nanoseconds(1)))
    publishedCount.increment(by: records.count)
    try await store.recordPublished(tick: cut.tick, lastID: last)
  }

  private func record(_ row: OutboxRow) throws -> KafkaRecord {
    guard let headers = KafkaHeaderBlock(validating: row.headers) else { throw DamagedOutboxRow(id: row.id) }
    let topic = topics[row.topic] ?? settings.prefix.text + row.topic
    topics[row.topic] = topic
    return KafkaRecord(topic: topic, key: Array(row.key.utf8), value: row.payload, headerBlock: headers)
  }

  func close() async {
    await producer.close()
  }
}
