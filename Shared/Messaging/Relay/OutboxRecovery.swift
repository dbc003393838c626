internal import FoundationEssentials
public import Logging
public import Postgres

/// The operator's answer to a restored database or a replaced one: `outbox recover`.
///
/// The topics are ahead of the database. Reading the same input again gives events the same ids, so the ids found in
/// the topics' tails are noted and the relay leaves those events out; everything else that the database holds
/// unpublished goes out. What staff did over HTTP after the restored time is on the topics but not in the database:
/// the answer tells how much, and the operator has to have it entered again.
public struct OutboxRecovery: Sendable {
  private let settings: RelaySettings
  private let pool: PostgresPool
  private let broker: BrokerWatch
  private let logger: Logger

  public init(settings: RelaySettings, pool: PostgresPool, broker: BrokerWatch, logger: Logger) {
    self.settings = settings
    self.pool = pool
    self.broker = broker
    self.logger = logger
  }

  /// How many events the topics' tails hold: what ``recover(depth:)`` would leave out; changes nothing.
  public func look(depth: Int64) async throws -> Int {
    try await RelayTails(settings: settings, logger: logger).eventIDs(depth: depth).count
  }

  /// Notes what is published, takes the broker for this schema's own, and starts every shard again behind what the
  /// topics know. Safe to run again; the service's relays take it up by themselves.
  /// - Parameter depth: how many records of each partition are looked at; it must reach back behind the restore.
  /// - Returns: how many events the topics' tails hold.
  public func recover(depth: Int64) async throws -> Int {
    let published = try await RelayTails(settings: settings, logger: logger).eventIDs(depth: depth)
    let positions = RelayPositions(settings: settings, logger: logger)
    let system = try await RelayStore(pool: pool, shard: 0).system()
    var floors: [(shard: Int, tick: Int64, sameCluster: Bool)] = []
    for shard in 0..<settings.shards {
      let position = try await positions.committed(shard: shard)
      floors.append((shard, position?.tick ?? 0, (position?.system ?? system) == system))
    }
    try await broker.adopt()
    try await pool.withTransaction { connection in
      _ = try await connection.execute(
        """
        insert into outbox_already_published (event_id) select unnest(\(Array(published))) on conflict do nothing
        """)
      for floor in floors {
        if !floor.sameCluster { try await self.noteOldRows(shard: floor.shard, on: connection) }
        _ = try await connection.query(
          "select outbox_start_again(\(Int16(floor.shard)), \(floor.tick), \(floor.sameCluster))", as: Int64.self)
      }
    }
    return published.count
  }

  /// In a copied cluster transaction ids mean nothing: what was published well before the copy is noted by id.
  private func noteOldRows(shard: Int, on connection: PostgresConnection) async throws {
    _ = try await connection.execute(
      """
      insert into outbox_already_published (event_id)
      select o.event_id from outbox o join outbox_published p on p.shard = o.shard
      where o.shard = \(Int16(shard)) and o.id <= p.last_id and o.made_at < p.at - interval '1 hour'
      on conflict do nothing
      """)
  }
}
