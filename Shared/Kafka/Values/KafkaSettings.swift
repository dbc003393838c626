/// How to reach the brokers, and any librdkafka property by its own name.
///
/// Every property of librdkafka's CONFIGURATION.md can be set, TLS and SASL included; each client lays its defaults
/// under these. A property that does not exist or a value that it does not accept is refused by the client's
/// initialiser with an error that names the property.
public struct KafkaSettings: Sendable, Equatable {
  /// `host:port`, several separated by commas.
  public var bootstrapServers: String
  public var properties: [String: String]

  public init(bootstrapServers: String, properties: [String: String] = [:]) {
    self.bootstrapServers = bootstrapServers
    self.properties = properties
  }

  /// The same settings with more properties; these win.
  public func with(_ more: [String: String]) -> KafkaSettings {
    KafkaSettings(bootstrapServers: bootstrapServers, properties: properties.merging(more) { $1 })
  }

  /// Whether a property's value must not be printed.
  static func isSecret(_ property: String) -> Bool {
    ["password", "secret", "pem", "oauthbearer", "token", "credential", "jaas"].contains { property.contains($0) }
  }
}

extension KafkaSettings: CustomStringConvertible, CustomDebugStringConvertible {
  /// Every property by name, the values of secrets masked.
  public var description: String {
    let pairs = properties.sorted { $0.key < $1.key }.map { "\($0)=\(Self.isSecret($0) ? "****" : $1)" }
    return (["bootstrap.servers=\(bootstrapServers)"] + pairs).joined(separator: " ")
  }

  public var debugDescription: String { description }
}

extension KafkaSettings: CustomReflectable {
  /// Keeps `dump` and test failure messages from printing secrets.
  public var customMirror: Mirror { Mirror(self, children: ["settings": description]) }
}
