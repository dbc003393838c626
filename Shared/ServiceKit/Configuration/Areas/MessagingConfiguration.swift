public import Contracts

/// How events leave the database, and what is kept for how long.
public struct MessagingConfiguration: Sendable {
  /// How many relays publish side by side; fixed when the schema is made.
  public var shards: Int
  /// The shortest time from one small Kafka transaction of a relay to the next.
  public var relayWait: Duration
  /// Copies of each topic made by `topics`; nil leaves it to the broker.
  public var replicationFactor: Int?
  /// How long published events stay in the outbox.
  public var outboxRetention: Duration
  /// How long one generation of event ids is written before the next begins.
  public var inboxGeneration: Duration
  /// How long messages that were refused, taken in after all or given up stay among the dead letters.
  public var deadLetterRetention: Duration
  /// How long topics keep their records where it is otherwise than in the catalogue.
  public var topicRetentions: TopicRetentions
  /// Seals records that could not be taken in; nil uses the vault's key, or the service's own.
  public var deadLetterKey: SealingKey?

  public init(
    shards: Int = 1, relayWait: Duration = .milliseconds(5), replicationFactor: Int? = nil,
    outboxRetention: Duration = .seconds(8 * 86_400), inboxGeneration: Duration = .seconds(15 * 86_400),
    deadLetterRetention: Duration = .seconds(365 * 86_400), topicRetentions: TopicRetentions = .standard,
    deadLetterKey: SealingKey? = nil
  ) {
    self.shards = shards
    self.relayWait = relayWait
    self.replicationFactor = replicationFactor
    self.outboxRetention = outboxRetention
    self.inboxGeneration = inboxGeneration
    self.deadLetterRetention = deadLetterRetention
    self.topicRetentions = topicRetentions
    self.deadLetterKey = deadLetterKey
  }
}

extension MessagingConfiguration: ConfigurationArea {
  enum Keys {
    static let shards = ConfigurationKey(
      "OUTBOX_SHARDS", .integer(1...16), default: "1",
      "How many relays publish side by side; only the first `migrate` heeds it")
    static let relayWait = ConfigurationKey(
      "RELAY_WAIT_MS", .milliseconds(0...1000), default: "5",
      "The shortest time from one Kafka transaction that is not full to the next; what is committed in between goes together"
    )
    static let replicationFactor = ConfigurationKey(
      "TOPIC_REPLICATION_FACTOR", .integer(1...9),
      "Copies of each topic made by `topics`; unset is the broker's default")
    static let outboxRetention = ConfigurationKey(
      "OUTBOX_RETENTION_DAYS", .integer(1...90), default: "8",
      "How long published events stay in the outbox; longer than the topics' retention of 7 days at least")
    static let inboxGeneration = ConfigurationKey(
      "INBOX_GENERATION_DAYS", .integer(1...365), default: "15",
      "How long a generation of event ids is written; ids are known for two to three generations")
    static let deadLetterRetention = ConfigurationKey(
      "DEAD_LETTER_RETENTION_DAYS", .integer(30...3660), default: "365",
      "How long messages that were refused, taken in after all or given up are kept, sealed; held ones stay")
    static let topicRetentions = ConfigurationKey(
      "TOPIC_RETENTION_DAYS", .topicRetentions,
      "How long topics keep their records, where it is to be otherwise than `/asyncapi.json` says by itself; `topics` "
        + "makes them so, `topics --apply` changes those that are there")
    static let deadLetterKey = ConfigurationKey(
      "DEAD_LETTER_PUBLIC_KEY", .sealingKey,
      "Seals records that could not be taken in; unset is the vault's key or the service's own")
  }

  public static let title = "Messaging"
  public static let keys = [
    Keys.shards.description, Keys.relayWait.description, Keys.replicationFactor.description,
    Keys.outboxRetention.description, Keys.inboxGeneration.description, Keys.deadLetterRetention.description,
    Keys.topicRetentions.description, Keys.deadLetterKey.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let shards = scope.read(Keys.shards)
    let relayWait = scope.read(Keys.relayWait)
    let replicationFactor = scope.readIfPresent(Keys.replicationFactor)
    let outboxRetention = scope.read(Keys.outboxRetention)
    let inboxGeneration = scope.read(Keys.inboxGeneration)
    let deadLetterRetention = scope.read(Keys.deadLetterRetention)
    let topicRetentions = scope.readIfPresent(Keys.topicRetentions) ?? .standard
    let deadLetterKey = scope.readIfPresent(Keys.deadLetterKey)
    guard let shards, let relayWait, let outboxRetention, let inboxGeneration, let deadLetterRetention,
      scope.problems.isEmpty
    else { throw scope.error }
    self.init(
      shards: shards, relayWait: relayWait, replicationFactor: replicationFactor,
      outboxRetention: .seconds(outboxRetention * 86_400), inboxGeneration: .seconds(inboxGeneration * 86_400),
      deadLetterRetention: .seconds(deadLetterRetention * 86_400), topicRetentions: topicRetentions,
      deadLetterKey: deadLetterKey)
  }
}
