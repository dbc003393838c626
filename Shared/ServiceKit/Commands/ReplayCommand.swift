import ArgumentParser
import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// `replay`: copies a range of a topic to a side topic, for one subscriber that missed it.
public struct ReplayCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "replay" }
  public static var abstract: String {
    "Copies records of a topic to a side topic for one subscriber; touches no other."
  }

  @Option(help: "The topic to copy from, by its full name.")
  var from: String

  @Option(help: "The side topic, by its full name; it must exist.")
  var to: String

  @Option(help: "Only records since this instant (RFC 3339).")
  var since: String?

  @Option(help: "Only records of this key.")
  var key: String?

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    var instant: Date?
    if let since {
      guard let parsed = RFC3339.date(from: since) else {
        throw CommandFailure(.usage, "--since is no instant of RFC 3339")
      }
      instant = parsed
    }
    guard from != to else { throw CommandFailure(.usage, "--from and --to are the same topic") }
    let copied = try await TopicReplay(settings: foundation.producerKafka, logger: context.logger).copy(
      from: from, to: to, since: instant, key: key
    ) { print("copied \($0)") }
    print("done: \(copied) records")
  }
}
