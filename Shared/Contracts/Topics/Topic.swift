/// A topic of the system by its logical name, with everything needed to make it.
public struct Topic: Sendable, Hashable {
  /// What happens to old records.
  public enum Cleanup: Sendable, Hashable {
    /// Records go after this time.
    case delete(after: Duration)
    /// The newest record of each key stays.
    case compact
  }

  /// What a topic is for.
  public enum Purpose: Sendable, Hashable {
    /// Written by outsiders; its records are hostile until proven otherwise.
    case inbound
    /// The events of one service.
    case events
    /// The latest public state of each key, so that a new subscriber starts without history.
    case state
    /// The position of a service's relay, committed in the same Kafka transaction as its events.
    case position
  }

  /// The name without the deployment's prefix, such as `petitions`.
  public var name: String
  public var purpose: Purpose
  public var cleanup: Cleanup
  /// How many partitions it is made with. Adding some breaks the order of a key, unless all is read before: `grow`.
  public var partitions: Int
  /// The largest record, in bytes, as Kafka counts it.
  public var maximumMessageBytes: Int
  /// Who writes: names of services, or of kinds of outsiders.
  public var writers: [String]
  /// Who reads.
  public var readers: [String]
  /// What the record key is.
  public var key: String
  /// True when only the readers named may be given access: the records are sealed, and still nobody else's business.
  public var isRestricted: Bool

  public init(
    name: String, purpose: Purpose, cleanup: Cleanup, partitions: Int = 12, maximumMessageBytes: Int = 1 << 20,
    writers: [String], readers: [String], key: String, isRestricted: Bool = false
  ) {
    self.name = name
    self.purpose = purpose
    self.cleanup = cleanup
    self.partitions = partitions
    self.maximumMessageBytes = maximumMessageBytes
    self.writers = writers
    self.readers = readers
    self.key = key
    self.isRestricted = isRestricted
  }

  /// Whether its records may be copied to a side topic for one who missed them: what is open to outsiders, and nothing that
  /// holds identities or that only a relay reads.
  public var isReplayable: Bool { !isRestricted && (purpose == .events || purpose == .state) }

  /// The topic's settings by Kafka's names.
  ///
  /// `min.insync.replicas` is two, so that an acknowledged record survives the loss of a broker, and never more than
  /// one below the replication factor, so that the loss of one broker stops nothing; a single broker can only give one.
  public func configuration(replicationFactor: Int) -> [String: String] {
    var configuration = [
      "min.insync.replicas": String(max(1, min(2, replicationFactor - 1))),
      "max.message.bytes": String(maximumMessageBytes),
    ]
    switch cleanup {
    case .delete(let retention):
      configuration["cleanup.policy"] = "delete"
      configuration["retention.ms"] = String(retention.components.seconds * 1000)
    case .compact:
      configuration["cleanup.policy"] = "compact"
    }
    return configuration
  }
}
