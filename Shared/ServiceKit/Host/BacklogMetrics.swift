import Kafka
import Metrics
import Postgres

/// Shows what a service has still to do as metrics. Gauges of what is gone go back to nought instead of standing still.
struct BacklogMetrics {
  private let factory: any MetricsFactory
  private var ages = LagAges()
  private var topics: Set<String> = []
  private var codes: Set<String> = []
  private var deadlines: Set<String> = []

  init(factory: any MetricsFactory = MetricsSystem.factory) {
    self.factory = factory
  }

  mutating func show(_ backlog: Backlog) {
    gauge("ecoredress_outbox_depth").record(backlog.outbox)
    gauge("ecoredress_outbox_age_seconds").record(backlog.outboxAge)
    gauge("ecoredress_timers_due").record(backlog.timersDue)
    gauge("ecoredress_timers_failing").record(backlog.timersFailing)
    gauge("ecoredress_dead_letters_held").record(backlog.held)
    gauge("ecoredress_inbound_pauses").record(backlog.pauses)
    codes.formUnion(backlog.heldByCode.keys)
    for code in codes {
      gauge("ecoredress_dead_letters_held_by_code", [("code", code)]).record(backlog.heldByCode[code] ?? 0)
    }
  }

  /// Of a topic of which nothing is known at the moment, what was shown before still stands.
  ///
  /// - Returns: what is known, by topic; nil while the group decides who reads what.
  mutating func show(_ consumer: KafkaConsumerStatus?) -> [String: TopicLag]? {
    guard let consumer, consumer.isSettled else { return nil }
    var found: [String: TopicLag] = [:]
    for (partition, lag) in consumer.lag {
      found[partition.topic, default: TopicLag()].partitions += 1
      found[partition.topic]?.messages += lag
    }
    for (topic, seconds) in ages.look(consumer) { found[topic]?.seconds = seconds }
    topics.formUnion(found.keys)
    let unknown = Set(consumer.assigned.map(\.topic)).subtracting(found.keys)
    for topic in topics.subtracting(unknown) {
      let lag = found[topic] ?? TopicLag()
      gauge("ecoredress_consumer_lag", [("topic", topic)]).record(lag.messages)
      gauge("ecoredress_consumer_lag_seconds", [("topic", topic)]).record(lag.seconds)
    }
    return found
  }

  func show(_ pool: PostgresPoolStatistics, most: Int) {
    gauge("ecoredress_database_connections_in_use").record(pool.inUse)
    gauge("ecoredress_database_connections_most").record(most)
    gauge("ecoredress_database_waiting").record(pool.waiting)
  }

  mutating func show(_ counts: [DeadlineCount]) {
    deadlines.formUnion(counts.map(\.kind))
    for kind in deadlines {
      let count = counts.first { $0.kind == kind }
      gauge("ecoredress_deadlines", [("kind", kind), ("state", "due-soon")]).record(count?.dueSoon ?? 0)
      gauge("ecoredress_deadlines", [("kind", kind), ("state", "overdue")]).record(count?.overdue ?? 0)
    }
  }

  private func gauge(_ label: String, _ dimensions: [(String, String)] = []) -> Gauge {
    Gauge(label: label, dimensions: dimensions, factory: factory)
  }
}
