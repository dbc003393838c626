internal import FoundationEssentials
internal import Kafka
public import Postgres

/// How far a service has come with what it reads, seen from outside of its processes.
public struct InboundOverview: Sendable {
  /// One topic of it.
  public struct Topic: Sendable {
    public let name: String
    /// How many partitions somebody has taken over and not given back.
    public let assigned: Int
    /// How many partitions were ever read.
    public let known: Int
    /// How many replicas hold them.
    public let owners: Int
    /// Records between the positions and the ends of the logs; marks of transactions count. Nil without a broker.
    public let lag: Int64?
  }

  public let topics: [Topic]
  /// Why the broker could not be asked; nil when it answered.
  public let brokerFailure: String?

  /// - Parameter topics: by their full names.
  public static func read(_ topics: [String], pool: PostgresPool, broker: BrokerWatch) async throws -> InboundOverview {
    let rows = try await pool.query(
      """
      select topic, partition, next_offset, owner, released from consumer_position
      where topic = any(\(topics)) order by topic, partition
      """, as: (String, Int32, Int64, UUID?, Bool).self)
    var failure: String?
    var ends: [KafkaPartition: Int64]?
    do {
      ends = try await broker.ends(of: topics)
    } catch {
      failure = "\(error)"
    }
    let places = Dictionary(grouping: rows, by: \.0)
    let overview = topics.map { topic in
      let rows = places[topic] ?? []
      let positions = Dictionary(rows.map { (KafkaPartition(topic, $0.1), $0.2) }) { first, _ in first }
      let held = rows.filter { !$0.4 }
      return Topic(
        name: topic, assigned: held.count, known: rows.count, owners: Set(held.compactMap(\.3)).count,
        lag: ends.map { ends in
          ends.filter { $0.key.topic == topic }.reduce(0) { $0 + max(0, $1.value - (positions[$1.key] ?? 0)) }
        })
    }
    return InboundOverview(topics: overview, brokerFailure: failure)
  }
}
