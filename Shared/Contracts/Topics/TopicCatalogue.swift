/// Every topic there is.
public enum TopicCatalogue {
  /// All topics but the positions, whose partitions are a setting of the database.
  public static let topics: [Topic] = [
    .complaints, .complaintReceipts, .complaintStatuses, .enforcement, .payments, .petitions, .scores, .compensations,
    .petitionerMessages, .notifications, .audit, .petitionStates, .ratingStates, .compensationStates,
  ]

  /// All topics, with a position topic for each service.
  /// - Parameter shards: the number of outbox shards, the same as was given to `migrate`.
  public static func all(shards: Int) -> [Topic] {
    topics + ServiceName.allCases.map { Topic.outboxPosition(of: $0, shards: shards) }
  }

  /// The topics a service must find: those it writes, those it reads, and its position.
  public static func topics(of service: ServiceName, shards: Int) -> [Topic] {
    all(shards: shards).filter { $0.writers.contains(service.rawValue) || $0.readers.contains(service.rawValue) }
  }

  /// The topic of a logical name.
  public static func topic(named name: String) -> Topic? { topics.first { $0.name == name } }
}
