public import ArgumentParser
import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// `dead-letters list|redrive|discard`: messages that were not taken in.
public struct DeadLettersCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dead-letters", abstract: "Messages that were refused or parked: look, try again, give up.",
      subcommands: [
        DeadLettersListCommand<Definition>.self, DeadLettersRedriveCommand<Definition>.self,
        DeadLettersDiscardCommand<Definition>.self,
      ])
  }

  public init() {}
}

extension HostFoundation {
  /// The dead letters with everything a redrive needs.
  func deadLetters() async throws -> DeadLetters {
    let work = workContext(shards: try await shards())
    let service = try Definition(
      resources: resources(work: work, rules: try await rules(), health: HealthRegistry()))
    return DeadLetters(
      pool: pool, context: work, subscriptions: service.subscriptions, opener: opener, signal: signal)
  }
}

struct DeadLettersListCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "list" }
  static var abstract: String { "Lists the newest; their content stays sealed." }

  @Option(help: "rejected, parked, waiting, redriven or discarded; all when left out.")
  var state: String?

  @Option(help: "How many at most.")
  var limit = 50

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let letters = try await foundation.deadLetters()
    var states = DeadLetterState.allCases
    if let state {
      guard let one = DeadLetterState(rawValue: state) else {
        throw CommandFailure(.usage, "there is no state \(state)")
      }
      states = [one]
    }
    print("id\tstate\ttopic\tpartition\toffset\tattempts\tcode\tfield\tmessage\tkey\tmade")
    for letter in try await letters.list(states: states, limit: limit) {
      let columns = [
        "\(letter.id)", letter.state.rawValue, letter.topic, "\(letter.partition)", "\(letter.offset)",
        "\(letter.attempts)", letter.code, letter.field ?? "-", letter.message, letter.orderingKey,
        RFC3339.text(of: letter.madeAt),
      ]
      print(columns.joined(separator: "\t"))
    }
    await foundation.pool.shutdown()
  }
}

struct DeadLettersRedriveCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "redrive" }
  static var abstract: String { "Takes held messages in, each key in its order; stops a key at what fails again." }

  @Option(help: "Only this topic, by its full name.")
  var topic: String?

  @Option(help: "Only this ordering key.")
  var key: String?

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let letters = try await foundation.deadLetters()
    let held = try await letters.heldKeys().filter {
      (topic == nil || topic == $0.topic) && (key == nil || key == $0.orderingKey)
    }
    var left = 0
    for (topic, key) in held {
      let outcome = try await letters.redrive(topic: topic, orderingKey: key)
      left += outcome.left
      print("\(topic)\t\(key)\ttaken in \(outcome.redriven)\tleft \(outcome.left)")
    }
    await foundation.pool.shutdown()
    print(held.isEmpty ? "Nothing is held." : "\(held.count) keys tried, \(left) messages still held.")
    if left > 0 { throw ExitCode(CommandFailure.Code.negative.rawValue) }
  }
}

struct DeadLettersDiscardCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "discard" }
  static var abstract: String { "Gives one parked or waiting message up; audited." }

  @Argument(help: "The id of the dead letter.")
  var id: Int64

  @Option(help: "Who decides.")
  var actor: String

  @Option(help: "Why.")
  var reason: String

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let done = try await foundation.deadLetters().discard(id, by: actor, reason: reason)
    await foundation.pool.shutdown()
    guard done else { throw CommandFailure(.negative, "no message \(id) is held") }
    print("discarded \(id)")
  }
}
