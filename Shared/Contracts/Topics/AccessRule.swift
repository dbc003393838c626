/// One right of one principal on the broker, as Kafka's authorizer has it.
public struct AccessRule: Sendable, Hashable {
  /// What a right is about.
  public enum Resource: Sendable, Hashable {
    case topic(String)
    /// Every topic whose name begins so.
    case topics(prefix: String)
    /// A consumer group; with `prefixed`, every group whose name begins so.
    case group(String, prefixed: Bool)
    /// Transactional ids that begin so: one for each shard of a relay.
    case transactionalIDs(prefix: String)
  }

  /// Kafka's operations that are granted here. Nothing is altered or deleted with these rights, and only an operator creates.
  public enum Operation: String, Sendable, CaseIterable {
    case create = "Create"
    case read = "Read"
    case write = "Write"
    case describe = "Describe"
  }

  /// Such as `User:petitions`.
  public let principal: String
  public let resource: Resource
  public let operations: [Operation]

  /// The command that grants it, for a shell; names and principals hold no characters that a shell would change.
  /// - Parameters:
  ///   - bootstrapServers: the brokers, such as `kafka:9092`.
  ///   - commandConfig: the file by which the administrator is known to the broker, such as `admin.properties`.
  public func command(bootstrapServers: String, commandConfig: String? = nil) -> String {
    let granted = operations.map { "--operation \($0.rawValue)" }.joined(separator: " ")
    let known = commandConfig.map { " --command-config '\($0)'" } ?? ""
    let add = "--add --allow-principal '\(principal)'"
    return "kafka-acls.sh --bootstrap-server \(bootstrapServers)\(known) \(add) \(granted) \(target)"
  }

  private var target: String {
    switch resource {
    case .topic(let name): "--topic '\(name)'"
    case .topics(let prefix): "--topic '\(prefix)' --resource-pattern-type prefixed"
    case .group(let name, prefixed: false): "--group '\(name)'"
    case .group(let name, prefixed: true): "--group '\(name)' --resource-pattern-type prefixed"
    case .transactionalIDs(let prefix): "--transactional-id '\(prefix)' --resource-pattern-type prefixed"
    }
  }
}
