import ArgumentParser
import Contracts

/// `access`: prints who needs which rights on the broker, as commands for `kafka-acls`; grants nothing itself.
public struct AccessCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "access" }
  public static var abstract: String {
    "Prints the rights this service, or a kind of outsider, needs on the broker, for kafka-acls."
  }

  @Option(help: "Instead of this service: a kind of outsider, such as hotlines, agencies or banks.")
  var outsider: String?

  @Option(help: "Who they are for; default User: and the name.")
  var principal: String?

  @Option(help: "What an outsider's consumer groups begin with; default the name and a dot.")
  var groups: String?

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let broker = try BrokerConfiguration(context.reader)
    guard let prefix = TopicPrefix(broker.topicPrefix) else {
      throw CommandFailure(.usage, "TOPIC_PREFIX holds characters that Kafka refuses")
    }
    let rules = AccessRules(prefix: prefix, complaints: broker.complaintTopics)
    let found: [AccessRule]
    if let outsider {
      guard AccessRules.outsiders.contains(outsider) else {
        throw CommandFailure(
          .usage, "no topic names \(outsider)", remedy: "One of: \(AccessRules.outsiders.joined(separator: ", ")).")
      }
      let word = outsider.replacing(" ", with: "-")
      found = rules.rules(
        ofOutsider: outsider, principal: principal ?? "User:\(word)", groups: groups ?? "\(word).")
    } else {
      found = rules.rules(of: Definition.service, principal: principal ?? "User:\(Definition.name)")
    }
    for rule in found { print(rule.command(bootstrapServers: broker.bootstrapServers)) }
  }
}
