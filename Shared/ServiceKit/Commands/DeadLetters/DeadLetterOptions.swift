import ArgumentParser
import Contracts
import Messaging

/// Which dead letters a command is about.
struct DeadLetterOptions: ParsableArguments {
  @Option(help: "Only this topic, by its full name.")
  var topic: String?

  @Option(help: "Only this ordering key.")
  var key: String?

  @Option(help: "Only this code, such as handler-failed.")
  var code: String?

  @Option(help: "Only what was kept back at this instant or later (RFC 3339).")
  var since: String?

  @Option(help: "Only what was kept back before this instant (RFC 3339).")
  var until: String?

  func filter() throws -> DeadLetterFilter {
    var filter = DeadLetterFilter()
    filter.topic = topic
    filter.orderingKey = key
    filter.code = code
    filter.since = try CommandInstant.read(since, "--since")
    filter.until = try CommandInstant.read(until, "--until")
    return filter
  }

  /// Whether anything was narrowed down.
  var isEmpty: Bool { topic == nil && key == nil && code == nil && since == nil && until == nil }
}
