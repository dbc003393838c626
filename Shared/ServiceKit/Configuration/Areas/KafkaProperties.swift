/// `KAFKA_<PROPERTY>` variables as librdkafka properties: underscores become dots, letters become small.
///
/// `KAFKA_SASL_PASSWORD` is `sasl.password` for every client, `KAFKA_CONSUMER_FETCH_MIN_BYTES` is `fetch.min.bytes`
/// for consumers, `KAFKA_PRODUCER_LINGER_MS` is `linger.ms` for producers.
struct KafkaProperties {
  private(set) var shared: [String: String] = [:]
  private(set) var consumer: [String: String] = [:]
  private(set) var producer: [String: String] = [:]
  private(set) var problems: [ConfigurationProblem] = []

  /// What delivery rests on is not for the environment to change.
  private static let owned: Set<String> = [
    "bootstrap.servers", "metadata.broker.list", "group.id", "transactional.id",
    "enable.auto.commit", "enable.auto.offset.store", "auto.offset.reset", "isolation.level", "enable.idempotence",
    "acks", "request.required.acks", "partition.assignment.strategy",
  ]

  static let description = ConfigurationKeyDescription(
    name: "KAFKA_<PROPERTY>", type: "text", range: "any librdkafka property that the service does not set itself",
    isSecret: true,
    meaning: "A librdkafka property, underscores for dots (KAFKA_SASL_PASSWORD); KAFKA_CONSUMER_… and KAFKA_PRODUCER_…"
      + " for one kind of client")

  init(environment: [String: String]) {
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      guard name.hasPrefix("KAFKA_"), !value.isEmpty, name != "KAFKA_BOOTSTRAP_SERVERS" else { continue }
      let rest = name.dropFirst("KAFKA_".count)
      if Self.isServiceLink(rest) { continue }
      if rest.hasPrefix("CONSUMER_") {
        add(name, rest.dropFirst("CONSUMER_".count), value, to: \.consumer)
      } else if rest.hasPrefix("PRODUCER_") {
        add(name, rest.dropFirst("PRODUCER_".count), value, to: \.producer)
      } else {
        add(name, rest, value, to: \.shared)
      }
    }
  }

  private mutating func add(
    _ name: String, _ rest: Substring, _ value: String, to scope: WritableKeyPath<Self, [String: String]>
  ) {
    let property = String(rest.lowercased().map { $0 == "_" ? "." : $0 })
    guard !property.isEmpty, property.first != ".", property.last != "." else {
      return problems.append(ConfigurationProblem(key: name, message: "names no librdkafka property"))
    }
    guard !Self.owned.contains(property) else {
      let message = "\(property) is set by the service, since its guarantees rest on it; remove the variable"
      return problems.append(ConfigurationProblem(key: name, message: message))
    }
    self[keyPath: scope][property] = value
  }

  /// Kubernetes puts the addresses of a service called `kafka` into every container as `KAFKA_PORT`,
  /// `KAFKA_PORT_9092_TCP…`, `KAFKA_SERVICE_HOST…`; they are no properties.
  private static func isServiceLink(_ rest: Substring) -> Bool {
    rest == "PORT" || rest.hasPrefix("PORT_") || rest.hasPrefix("SERVICE_")
  }
}
