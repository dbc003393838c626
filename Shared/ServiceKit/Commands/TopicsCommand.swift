import ArgumentParser
import Kafka
import Messaging
import Postgres

/// `topics`: makes the topics the service reads and writes, where they are missing.
public struct TopicsCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "topics" }
  public static var abstract: String { "Makes the service's topics where they are missing; says what is there." }

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let settings = foundation.relaySettings(shards: try await foundation.shards())
    let outcomes = try await foundation.broker(settings).createTopics()
    await foundation.pool.shutdown()
    var failures: [String] = []
    for (topic, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
      print("\(topic)\t\(outcome)")
      if case .failed(let error) = outcome { failures.append("\(topic): \(error)") }
    }
    guard failures.isEmpty else {
      throw CommandFailure(
        .unavailable, "not every topic could be made: \(failures.joined(separator: "; "))",
        remedy: "Check the rights of this client at the broker, then run `topics` again.")
    }
  }
}
