import ArgumentParser
import ServiceKit

@main
struct Petitions: ServiceRootCommand {
  static let configuration = CommandConfiguration(
    commandName: "petitions", abstract: "Ecological and environmental petitions (生态环境信访).",
    subcommands: ServiceCommands<Application>.all + [ExportCommand.self, EraseCommand.self])
}
