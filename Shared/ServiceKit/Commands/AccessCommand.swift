import ArgumentParser
import Contracts

/// `access`: prints who needs which rights on the broker, as commands for `kafka-acls`, or suggested quotas, as commands for
/// `kafka-configs`; grants nothing itself.
public struct AccessCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "access" }
  public static var abstract: String {
    "Prints the rights on the broker that are needed, for kafka-acls; or suggested quotas, for kafka-configs."
  }

  @Flag(help: "Of all services, an operator and every kind of outsider, instead of this service alone.")
  var all = false

  @Option(help: "Instead of this service: a kind of outsider, such as hotlines, agencies or banks; or operator.")
  var outsider: String?

  @Option(help: "Who they are for; default User: and the name.")
  var principal: String?

  @Option(help: "What an outsider's consumer groups begin with; default the name and a dot.")
  var groups: String?

  @Flag(help: "The quotas suggested for outsiders, each with its reason, instead of rights.")
  var quotas = false

  @Option(help: "The file by which kafka-acls and kafka-configs are known to the broker.")
  var commandConfig: String?

  public init() {}

  public func validate() throws {
    if all, outsider != nil || principal != nil || groups != nil {
      throw ValidationError("--all names everybody by their own names; leave --outsider, --principal and --groups out.")
    }
  }

  public func perform(_ context: CommandContext) async throws {
    let broker = try BrokerConfiguration(context.reader)
    guard let prefix = TopicPrefix(broker.topicPrefix) else {
      throw CommandFailure(.usage, "TOPIC_PREFIX holds characters that Kafka refuses")
    }
    if let outsider, outsider != Self.operatorWord, !AccessRules.outsiders.contains(outsider) {
      let known = (AccessRules.outsiders + [Self.operatorWord]).joined(separator: ", ")
      throw CommandFailure(.usage, "no topic names \(outsider)", remedy: "One of: \(known).")
    }
    if quotas {
      for quota in ClientQuota.suggested where outsider == nil || outsider == quota.kind {
        print("# \(quota.kind): \(quota.reason)")
        let name = principal ?? "User:\(AccessRules.word(quota.kind))"
        print(
          quota.command(principal: name, bootstrapServers: broker.bootstrapServers, commandConfig: commandConfig))
      }
      return
    }
    for rule in rules(AccessRules(prefix: prefix, complaints: broker.complaintTopics)) {
      print(rule.command(bootstrapServers: broker.bootstrapServers, commandConfig: commandConfig))
    }
  }

  private static var operatorWord: String { "operator" }

  private func rules(_ rules: AccessRules) -> [AccessRule] {
    if all { return rules.everybody }
    guard let outsider else {
      return rules.rules(of: Definition.service, principal: principal ?? "User:\(Definition.name)")
    }
    let word = AccessRules.word(outsider)
    if outsider == Self.operatorWord { return rules.rules(ofOperator: principal ?? "User:\(word)") }
    return rules.rules(ofOutsider: outsider, principal: principal ?? "User:\(word)", groups: groups ?? "\(word).")
  }
}
