import ArgumentParser
import ServiceKit

@main
struct Scoring: ServiceRootCommand {
  static let configuration = CommandConfiguration(
    commandName: "scoring", abstract: "Scores and colours of enterprises (三色积分).",
    subcommands: ServiceCommands<Application>.all + [RecomputeCommand.self, TryRulesCommand.self])
}
