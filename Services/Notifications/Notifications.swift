import ArgumentParser
import ServiceKit

@main
struct Notifications: ServiceRootCommand {
  static let configuration = CommandConfiguration(
    commandName: "notifications", abstract: "Messages to petitioners with proof, and signed webhooks of agencies.",
    subcommands: ServiceCommands<Application>.all + [
      PreviewMessageCommand.self, EraseCommand.self, RotateWebhookKeyCommand.self,
    ])
}
