import ArgumentParser
import Contracts
import Messaging
import Postgres

/// `grow TOPIC`: more partitions for one of the service's own topics, with the order of every key kept.
public struct GrowCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "grow" }
  public static var abstract: String {
    "Gives one of the service's topics more partitions, once all who read it have read it; audited."
  }

  @Argument(help: "The topic, by its full name.")
  var topic: String

  @Option(help: "How many partitions it shall have in all.")
  var partitions: Int

  @Option(help: "A consumer group that is not waited for; may be given again.")
  var leaveOut: [String] = []

  @Option(help: "How long to wait for the others, such as 90s or 30m; events gather in the outbox meanwhile.")
  var patience = "10m"

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  public init() {}

  public func validate() throws {
    guard ShortDuration.read(patience) != nil else { throw ValidationError("--patience is a time such as 90s or 30m.") }
    guard 1...10_000 ~= partitions else { throw ValidationError("--partitions is a number from 1 to 10000.") }
  }

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let shards = try await foundation.shards()
    let growth = TopicGrowth(
      settings: foundation.relaySettings(shards: shards), lockConfiguration: foundation.lockDatabase,
      runner: foundation.runner(foundation.workContext(shards: shards)), logger: context.logger)
    let isQuiet = answer.json
    let before: Int
    do {
      before = try await growth.look(topic, to: partitions)
      if !trial.dryRun {
        try await growth.grow(
          topic, to: partitions, leftOut: Set(leaveOut), patience: ShortDuration.read(patience) ?? .seconds(600),
          by: decision.actor, reason: decision.reason
        ) { if !isQuiet { print(Self.words($0)) } }
      }
    } catch let refusal as GrowthRefusal {
      throw Self.failure(refusal)
    }
    await foundation.pool.shutdown()
    answer.show(
      ["topic": .string(topic), "before": .integer(before), "grown": .bool(!trial.dryRun)],
      text: trial.dryRun
        ? "\(topic) has \(before) partitions and would be given \(partitions)"
        : "\(topic) has \(partitions) partitions, \(before) before; the relays go on, and readers notice new ones by themselves"
    )
  }

  private static func words(_ remaining: [String: Int]) -> String {
    let groups = remaining.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "waiting for readers; records before them: " + groups.joined(separator: ", ")
  }

  private static func failure(_ refusal: GrowthRefusal) -> CommandFailure {
    switch refusal {
    case .state:
      CommandFailure(
        .data, refusal.description, remedy: "Grow the topic of the events; a state is read whole, and seldom.")
    case .notWritten, .writtenByOthers:
      CommandFailure(
        .data, refusal.description,
        remedy: "A topic that others write grows once they have stopped and all is read, by the broker's own tools.")
    case .missing: CommandFailure(.data, refusal.description, remedy: "Run `topics` first.")
    case .notMore: CommandFailure(.data, refusal.description, remedy: "Say more of them; a topic never gets fewer.")
    case .notRead:
      CommandFailure(
        .temporary, refusal.description,
        remedy: "Nothing was changed. Let them read on, or leave out who is gone with --leave-out.")
    case .relayHeld: CommandFailure(.temporary, refusal.description, remedy: "Nothing was changed. Run it again.")
    }
  }
}
