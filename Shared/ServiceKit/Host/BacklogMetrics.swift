import Kafka
import Metrics
import Postgres

/// Shows what a service has still to do as metrics. Gauges of what is gone go back to nought instead of standing still.
struct BacklogMetrics {
  private var ages = LagAges()
  private var topics: Set<String> = []
  private var codes: Set<String> = []
  private var deadlines: Set<String> = []

  mutating func show(_ backlog: Backlog) {
    Gauge(label: "ecoredress_outbox_depth").record(backlog.outbox)
    Gauge(label: "ecoredress_outbox_age_seconds").record(backlog.outboxAge)
    Gauge(label: "ecoredress_timers_due").record(backlog.timersDue)
    Gauge(label: "ecoredress_timers_failing").record(backlog.timersFailing)
    Gauge(label: "ecoredress_dead_letters_held").record(backlog.held)
    Gauge(label: "ecoredress_inbound_pauses").record(backlog.pauses)
    codes.formUnion(backlog.heldByCode.keys)
    for code in codes {
      Gauge(label: "ecoredress_dead_letters_held_by_code", dimensions: [("code", code)])
        .record(backlog.heldByCode[code] ?? 0)
    }
  }

  /// - Returns: what it shows, by topic; nil while nothing is read, and what was shown before still stands.
  mutating func show(_ consumer: KafkaConsumerStatus?) -> [String: TopicLag]? {
    guard let consumer, consumer.isReading else { return nil }
    var found: [String: TopicLag] = [:]
    for (partition, lag) in consumer.lag {
      found[partition.topic, default: TopicLag()].partitions += 1
      found[partition.topic]?.messages += lag
    }
    for (topic, seconds) in ages.look(consumer) { found[topic]?.seconds = seconds }
    topics.formUnion(found.keys)
    for topic in topics {
      let lag = found[topic] ?? TopicLag()
      Gauge(label: "ecoredress_consumer_lag", dimensions: [("topic", topic)]).record(lag.messages)
      Gauge(label: "ecoredress_consumer_lag_seconds", dimensions: [("topic", topic)]).record(lag.seconds)
    }
    return found
  }

  func show(_ pool: PostgresPoolStatistics, most: Int) {
    Gauge(label: "ecoredress_database_connections_in_use").record(pool.inUse)
    Gauge(label: "ecoredress_database_connections_most").record(most)
    Gauge(label: "ecoredress_database_waiting").record(pool.waiting)
  }

  mutating func show(_ counts: [DeadlineCount]) {
    deadlines.formUnion(counts.map(\.kind))
    for kind in deadlines {
      let count = counts.first { $0.kind == kind }
      Gauge(label: "ecoredress_deadlines", dimensions: [("kind", kind), ("state", "due-soon")])
        .record(count?.dueSoon ?? 0)
      Gauge(label: "ecoredress_deadlines", dimensions: [("kind", kind), ("state", "overdue")])
        .record(count?.overdue ?? 0)
    }
  }
}
