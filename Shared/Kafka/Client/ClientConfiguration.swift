import CLibrdkafka

/// The properties of one client: defaults, then the caller's, then those that the client's correctness rests on.
struct ClientConfiguration {
  var settings: KafkaSettings
  var defaults: [String: String]
  /// Set by the client itself; a caller that sets one of these to something else is refused, not overruled in silence.
  var fixed: [String: String]

  /// A checked configuration; the caller owns it.
  func make() throws(KafkaError) -> OpaquePointer {
    for (name, value) in fixed {
      if let asked = settings.properties[name], asked != value {
        throw KafkaError(
          code: .invalidArgument,
          reason: "Kafka property \(name) is set by this client to \(value) and cannot be \(asked)")
      }
    }
    var properties = defaults
    properties["bootstrap.servers"] = settings.bootstrapServers
    properties.merge(settings.properties) { $1 }
    properties.merge(fixed) { $1 }

    guard let conf = rd_kafka_conf_new() else {
      throw KafkaError(code: .systemResource, reason: "no memory for a Kafka configuration")
    }
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
      var text = [CChar](repeating: 0, count: 512)
      guard rd_kafka_conf_set(conf, name, value, &text, text.count) != RD_KAFKA_CONF_OK else { continue }
      rd_kafka_conf_destroy(conf)
      let detail = KafkaSettings.isSecret(name) ? "the value is not accepted" : text.asText
      throw KafkaError(code: .invalidArgument, reason: "Kafka property \(name): \(detail)")
    }
    return conf
  }

  /// Defaults of every client. Nagle's algorithm is on by default before librdkafka 2.10 and delays small requests.
  static let common = [
    "socket.nagle.disable": "true",
    "socket.keepalive.enable": "true",
    "log.connection.close": "false",
    "reconnect.backoff.ms": "50",
    "reconnect.backoff.max.ms": "1000",
    "retry.backoff.ms": "50",
    // Only a check that an answer's length makes sense. Some brokers for trying ignore `fetch.max.bytes` and answer with
    // all they have; at the default of 100 MB a consumer with a longer backlog would never get past it.
    "receive.message.max.bytes": "1000000000",
  ]

  init(settings: KafkaSettings, defaults: [String: String], fixed: [String: String] = [:]) {
    self.settings = settings
    self.defaults = Self.common.merging(defaults) { $1 }
    self.fixed = fixed
  }
}

extension [CChar] {
  /// The text up to the first NUL.
  var asText: String {
    String(decoding: prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
