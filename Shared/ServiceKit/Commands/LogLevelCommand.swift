public import ArgumentParser
import Contracts
import FoundationEssentials
import Glibc
import Logging
import Messaging

/// `log-level set|list|reset`: what all replicas of the service log, for a time.
public struct LogLevelCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "log-level", abstract: "What all replicas log, for a time; they follow within ten seconds.",
      subcommands: [
        LogLevelSetCommand<Definition>.self, LogLevelListCommand<Definition>.self,
        LogLevelResetCommand<Definition>.self,
      ])
  }

  public init() {}
}

struct LogLevelSetCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "set" }
  static var abstract: String { "Sets a level; afterwards the configured one holds again by itself." }

  @Argument(help: "trace, debug, info, notice, warning, error or critical.")
  var level: String

  @Option(help: "Only loggers whose label begins so, such as petitions.consumer; all when left out.")
  var logger = ""

  @Option(name: .customLong("for"), help: "How long, such as 90s, 30m or 2h; at most 24h.")
  var duration = "1h"

  @OptionGroup var who: LogLevelActor

  @Flag(help: "Only says what would be done.")
  var dryRun = false

  @Flag(help: "Answers as JSON.")
  var json = false

  func perform(_ context: CommandContext) async throws {
    guard let level = Logger.Level(rawValue: level) else {
      let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(.usage, "there is no level \(level)", remedy: "One of: \(known).")
    }
    guard let duration = ShortDuration.read(duration), (.seconds(1)...ShortDuration.day).contains(duration) else {
      throw CommandFailure(.usage, "--for is not between 1s and 24h", remedy: "Say it as 90s, 30m or 2h.")
    }
    let rule = LogLevelRule(
      label: logger, level: level, until: Date().addingTimeInterval(TimeInterval(duration.components.seconds)),
      actor: who.name)
    if !dryRun {
      try await context.withRunner(of: Definition.self) { runner in
        try await runner.run { try await LogLevelStore.set(rule, work: $0) }
      }
    }
    print(LogLevelAnswer.text([rule], json: json, isDryRun: dryRun))
  }
}

struct LogLevelListCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "list" }
  static var abstract: String { "Lists the levels that are set." }

  @Flag(help: "Answers as JSON.")
  var json = false

  func perform(_ context: CommandContext) async throws {
    let rules = try await context.withRunner(of: Definition.self) { runner in
      try await runner.read { try await LogLevelStore.inForce(on: $0) }
    }
    print(LogLevelAnswer.text(rules, json: json))
  }
}

struct LogLevelResetCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "reset" }
  static var abstract: String { "Takes levels back that are set, before their time." }

  @Option(help: "Only what was set for exactly this beginning of labels; all when left out.")
  var logger: String?

  @OptionGroup var who: LogLevelActor

  @Flag(help: "Only says what would be done.")
  var dryRun = false

  @Flag(help: "Answers as JSON.")
  var json = false

  func perform(_ context: CommandContext) async throws {
    let rules = try await context.withRunner(of: Definition.self) { runner in
      if dryRun {
        return try await runner.read { try await LogLevelStore.inForce(on: $0) }
          .filter { logger == nil || $0.label == logger }
      }
      return try await runner.run { try await LogLevelStore.reset(logger, by: who.name, work: $0) }
    }
    print(LogLevelAnswer.text(rules, json: json, isDryRun: dryRun))
  }
}
