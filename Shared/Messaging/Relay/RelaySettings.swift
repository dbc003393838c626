public import Contracts
public import Kafka

/// Where and how a service's relay publishes.
public struct RelaySettings: Sendable {
  public var kafka: KafkaSettings
  public var service: ServiceName
  public var prefix: TopicPrefix
  public var shards: Int
  /// The most rows in one Kafka transaction, however large the cut; they are held in memory twice meanwhile.
  public var batch: Int
  /// The shortest time from one small transaction to the next: each costs a request for every partition it touches,
  /// so a hundred a second with ten events each cost more than the events.
  public var gather: Duration
  /// How often the database is asked for rows that another replica wrote.
  public var pollInterval: Duration

  public init(
    kafka: KafkaSettings, service: ServiceName, prefix: TopicPrefix, shards: Int, batch: Int = 2_000,
    gather: Duration = .milliseconds(5), pollInterval: Duration = .milliseconds(50)
  ) {
    self.kafka = kafka
    self.service = service
    self.prefix = prefix
    self.shards = shards
    self.batch = batch
    self.gather = gather
    self.pollInterval = pollInterval
  }

  /// The small real topic under which the positions are committed: one partition a shard.
  var positionTopic: String { prefix.name(of: .outboxPosition(of: service, shards: shards)) }
  /// The group that holds the positions.
  var positionGroup: String { prefix.group(of: service) + ".relay" }
}
