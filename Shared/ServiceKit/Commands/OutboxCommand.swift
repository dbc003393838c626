public import ArgumentParser
import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// `outbox status|recover`: what waits to be published, and the way on after a restore.
public struct OutboxCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "outbox", abstract: "What waits to be published, and the way on after a restored database.",
      subcommands: [OutboxStatusCommand<Definition>.self, OutboxRecoverCommand<Definition>.self])
  }

  public init() {}
}

struct OutboxStatusCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "status" }
  static var abstract: String { "Says for each shard how far publication has come." }

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let rows = try await foundation.pool.query(
      """
      select t.shard::int, max(t.tick), coalesce(max(p.tick), 0), coalesce(max(p.last_id), 0), max(p.at),
        (select count(*) from outbox o where o.shard = t.shard and o.id > coalesce(max(p.last_id), 0))
      from outbox_tick t left join outbox_published p using (shard) group by t.shard order by t.shard
      """, as: (Int, Int64, Int64, Int64, Date?, Int).self)
    print("shard\tnewest tick\tpublished tick\tpublished id\tat\twaiting")
    for row in rows {
      print("\(row.0)\t\(row.1)\t\(row.2)\t\(row.3)\t\(row.4.map { RFC3339.text(of: $0) } ?? "-")\t\(row.5)")
    }
    await foundation.pool.shutdown()
  }
}

struct OutboxRecoverCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "recover" }
  static var abstract: String {
    "After a restored or replaced database: leaves out what the topics hold already, and publishes on."
  }

  @Option(help: "How many records of each partition to look at; it must reach back behind the restored time.")
  var depth: Int64 = 200_000

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let settings = foundation.relaySettings(shards: try await foundation.shards())
    let found = try await OutboxRecovery(
      settings: settings, pool: foundation.pool, broker: foundation.broker(settings), logger: context.logger
    ).recover(depth: depth)
    await foundation.pool.shutdown()
    print("The topics' tails hold \(found) events; they are left out. The relays go on by themselves.")
  }
}
