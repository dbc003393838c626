import CLibrdkafka

extension KafkaAdmin {
  /// A topic's configuration in force, defaults included. Values the broker keeps secret are left out.
  public func configuration(of topic: String, timeout: Duration = .seconds(10)) throws(KafkaError) -> [String: String] {
    try describe(topic, Deadline(after: timeout)) { _ in true }
  }

  /// Sets these entries of a topic's configuration and keeps its other own ones.
  ///
  /// librdkafka 2.0.2 knows only the request that replaces a topic's whole configuration, so the present one is read
  /// first and sent along; of two callers at once the later wins.
  public func alterConfiguration(
    of topic: String, _ changes: [String: String], timeout: Duration = .seconds(10)
  ) throws(KafkaError) {
    let client = try use("alterConfiguration")
    let deadline = Deadline(after: timeout)
    let own = try describe(topic, deadline) {
      rd_kafka_ConfigEntry_source($0) == RD_KAFKA_CONFIG_SOURCE_DYNAMIC_TOPIC_CONFIG
    }
    var resource = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic)
    defer { rd_kafka_ConfigResource_destroy(resource) }
    for (name, value) in own.merging(changes, uniquingKeysWith: { $1 }) {
      let code = rd_kafka_ConfigResource_set_config(resource, name, value)
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(code, during: "configuration \(name)") }
    }
    try repeating(until: deadline) { () throws(KafkaError) in
      try client.request(
        RD_KAFKA_ADMIN_OP_ALTERCONFIGS, "alterConfiguration of \(topic)", timeout: deadline.remaining,
        ask: { options, queue in rd_kafka_AlterConfigs(client.pointer, &resource, 1, options, queue) },
        read: { (event) throws(KafkaError) in
          var count = 0
          try Self.check(rd_kafka_AlterConfigs_result_resources(event, &count), count, topic)
        })
    }
  }

  private func describe(
    _ topic: String, _ deadline: Deadline, where isWanted: (OpaquePointer) -> Bool
  ) throws(KafkaError) -> [String: String] {
    let client = try use("configuration")
    var resource = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic)
    defer { rd_kafka_ConfigResource_destroy(resource) }
    return try repeating(until: deadline) { () throws(KafkaError) in
      try client.request(
        RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, "configuration of \(topic)", timeout: deadline.remaining,
        ask: { options, queue in rd_kafka_DescribeConfigs(client.pointer, &resource, 1, options, queue) },
        read: { (event) throws(KafkaError) in
          var count = 0
          let resources = rd_kafka_DescribeConfigs_result_resources(event, &count)
          let described = try Self.check(resources, count, topic)
          var entries = 0
          let rows = UnsafeBufferPointer(start: rd_kafka_ConfigResource_configs(described, &entries), count: entries)
          var values: [String: String] = [:]
          for case let row? in rows where isWanted(row) {
            guard let name = rd_kafka_ConfigEntry_name(row), let value = rd_kafka_ConfigEntry_value(row) else {
              continue
            }
            values[String(cString: name)] = String(cString: value)
          }
          return values
        })
    }
  }

  /// The one resource of an answer, or its error.
  @discardableResult
  private static func check(
    _ resources: UnsafeMutablePointer<OpaquePointer?>?, _ count: Int, _ topic: String
  ) throws(KafkaError) -> OpaquePointer {
    guard count == 1, let resource = resources?.pointee else {
      throw KafkaError(code: .unknownTopicOrPartition, reason: "configuration of \(topic): no answer about it")
    }
    let code = rd_kafka_ConfigResource_error(resource)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
      let known = KafkaError(code, during: "configuration of \(topic)")
      let detail = rd_kafka_ConfigResource_error_string(resource).map { String(cString: $0) } ?? ""
      throw KafkaError(code: known.code, reason: "\(known.reason): \(detail)", isRetriable: known.isRetriable)
    }
    return resource
  }
}
