import ArgumentParser
import Contracts
import Kafka
import Messaging
import Postgres

/// `topics`: makes the topics the service reads and writes, where they are missing, and says what of the others is otherwise
/// than it should be.
public struct TopicsCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "topics" }
  public static var abstract: String { "Makes the service's topics where they are missing; says what is there." }

  @Flag(help: "Sets retention and size of topics that are there as they should be, too.")
  var apply = false

  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let broker = foundation.broker(foundation.relaySettings(shards: try await foundation.shards()))
    var listing = Listing("topic", "outcome", "differs")
    var failures: [String] = []
    let outcomes: [String: String]
    if trial.dryRun {
      outcomes = Dictionary(try await broker.missingTopics().map { ($0, "would be created") }) { first, _ in first }
    } else {
      let created = try await broker.createTopics()
      for case (let topic, .failed(let error)) in created { failures.append("\(topic): \(error)") }
      outcomes = created.mapValues { "\($0)" }
    }
    let drift = try await broker.driftOfTopics()
    if apply, !trial.dryRun { try await broker.mend(drift) }
    await foundation.pool.shutdown()
    for topic in Set(outcomes.keys).union(drift.keys).sorted() {
      let differing = drift[topic]?.map { "\($0.setting) is \($0.present ?? "unknown"), wanted \($0.wanted)" }
      let mended = differing != nil && apply && !trial.dryRun
      listing.add(
        .string(topic), .string(mended ? "set" : outcomes[topic] ?? "existed"),
        .text(differing?.joined(separator: "; ")))
    }
    answer.show(listing)
    if !answer.json, !drift.isEmpty, !apply { print("`topics --apply` sets what differs.") }
    guard failures.isEmpty else {
      throw CommandFailure(
        .unavailable, "not every topic could be made: \(failures.sorted().joined(separator: "; "))",
        remedy: "Check the rights of this client at the broker, then run `topics` again.")
    }
  }
}
