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

  @Option(help: "Only records before this instant (RFC 3339).")
  var until: String?

  @Option(help: "Only records of this key.")
  var key: String?

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let first = try Self.instant(since, "--since")
    let end = try Self.instant(until, "--until")
    let complaints = foundation.configuration.broker.complaintTopics
    try ReplayBounds(prefix: foundation.prefix, complaints: complaints ?? ComplaintTopics(prefix: foundation.prefix))
      .check(from: from, to: to)
    let copied: Int
    do {
      copied = try await TopicReplay(settings: foundation.producerKafka, logger: context.logger).copy(
        from: from, to: to, since: first, until: end, key: key
      ) { print("copied \($0)") }
    } catch let error as TopicReplayError {
      throw Self.failure(error)
    }
    print("done: \(copied) records")
  }

  private static func failure(_ error: TopicReplayError) -> CommandFailure {
    switch error {
    case .missing:
      CommandFailure(.data, error.description, remedy: "Make it first, with as many partitions as its reader wants.")
    case .stalled:
      CommandFailure(.temporary, error.description, remedy: "Look at the broker, then run it again.")
    }
  }

  private static func instant(_ text: String?, _ option: String) throws -> Date? {
    guard let text else { return nil }
    guard let instant = RFC3339.date(from: text) else {
      throw CommandFailure(.usage, "\(option) is no instant of RFC 3339")
    }
    return instant
  }
}
