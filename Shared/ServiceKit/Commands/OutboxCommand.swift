public import ArgumentParser
import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// `outbox status|recover|refill`: what waits to be published, and the way on after a restore.
public struct OutboxCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "outbox", abstract: "What waits to be published, and the way on after a restored database.",
      subcommands: [
        OutboxStatusCommand<Definition>.self, OutboxRecoverCommand<Definition>.self,
        OutboxRefillCommand<Definition>.self,
      ])
  }

  public init() {}
}

struct OutboxStatusCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "status" }
  static var abstract: String { "Says for each shard how far publication has come." }

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let rows = try await foundation.pool.query(
      """
      with waiting as materialized (\(unescaped: WaitingEvents.query()))
      select t.shard::int, max(t.tick), coalesce(max(p.tick), 0), coalesce(max(p.last_id), 0), max(p.at),
        (select count(*) from waiting w where w.shard = t.shard)
      from outbox_tick t left join outbox_published p using (shard) group by t.shard order by t.shard
      """, as: (Int, Int64, Int64, Int64, Date?, Int).self)
    await foundation.pool.shutdown()
    var listing = Listing("shard", "newestTick", "publishedTick", "publishedId", "at", "waiting")
    for row in rows {
      listing.add(
        .integer(row.0), .integer(row.1), .integer(row.2), .integer(row.3), CommandInstant.json(row.4),
        .integer(row.5))
    }
    answer.show(listing)
  }
}

struct OutboxRecoverCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "recover" }
  static var abstract: String {
    "After a restored or replaced database: leaves out what the topics hold already, and publishes on."
  }

  @Option(help: "How many records of each partition to look at; it must reach back behind the restored time.")
  var depth: Int64 = 200_000

  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let settings = foundation.relaySettings(shards: try await foundation.shards())
    let recovery = OutboxRecovery(
      settings: settings, pool: foundation.pool, broker: foundation.broker(settings), logger: context.logger)
    let found = try await trial.dryRun ? recovery.look(depth: depth) : recovery.recover(depth: depth)
    await foundation.pool.shutdown()
    let consequence =
      trial.dryRun ? "they would be left out" : "they are left out. The relays go on by themselves"
    answer.show(
      ["found": .integer(found), "recovered": .bool(!trial.dryRun)],
      text: "The topics' tails hold \(found) events; \(consequence).")
  }
}

struct OutboxRefillCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "refill" }
  static var abstract: String {
    "Has the running service publish the present state of every key to its state topic again; audited."
  }

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    if !trial.dryRun {
      let work = foundation.workContext(shards: try await foundation.shards())
      try await StateRefill(runner: foundation.runner(work)).begin(by: decision.actor, reason: decision.reason)
    }
    await foundation.pool.shutdown()
    answer.show(
      ["begun": .bool(!trial.dryRun)],
      text: trial.dryRun
        ? "The state topic would be filled again."
        : "The running service fills its state topic again; its log says when it is done.")
  }
}
