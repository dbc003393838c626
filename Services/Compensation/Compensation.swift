import ArgumentParser
import ServiceKit

@main
struct Compensation: ServiceRootCommand {
  static let configuration = CommandConfiguration(
    commandName: "compensation", abstract: "Compensation for damage to the environment (生态环境损害赔偿).",
    subcommands: ServiceCommands<Application>.all)
}
