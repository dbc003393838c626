import CLibrdkafka

extension KafkaAdmin {
  /// Gives a topic more partitions. Records that are there stay where they are; those to come are spread over all.
  ///
  /// - Parameter partitions: how many it shall have in all.
  /// - Throws: the broker's refusal, such as for no more than there are.
  public func grow(_ topic: String, to partitions: Int, timeout: Duration = .seconds(30)) throws(KafkaError) {
    let client = try use("grow")
    var text = [CChar](repeating: 0, count: 256)
    var request = rd_kafka_NewPartitions_new(topic, partitions, &text, text.count)
    guard request != nil else { throw KafkaError(code: .invalidArgument, reason: "topic \(topic): \(text.asText)") }
    defer { rd_kafka_NewPartitions_destroy(request) }
    let errors = try client.request(
      RD_KAFKA_ADMIN_OP_CREATEPARTITIONS, "grow", timeout: timeout,
      options: { options in
        var text = [CChar](repeating: 0, count: 256)
        // Makes the broker answer only once the partitions can be used.
        rd_kafka_AdminOptions_set_operation_timeout(options, max(1, timeout.milliseconds), &text, text.count)
        return nil
      },
      ask: { options, queue in rd_kafka_CreatePartitions(client.pointer, &request, 1, options, queue) },
      read: { event in TopicResult.read(event) { rd_kafka_CreatePartitions_result_topics($0, $1) } })
    if case let error?? = errors[topic] { throw error }
  }

  /// The names of all consumer groups that the cluster knows.
  ///
  /// - Throws: the first error, also when a broker did not tell of its groups.
  public func groups(timeout: Duration = .seconds(15)) throws(KafkaError) -> [String] {
    let client = try use("groups")
    let deadline = Deadline(after: timeout)
    return try repeating(until: deadline) { () throws(KafkaError) in
      try client.request(
        RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPS, "groups", timeout: deadline.remaining,
        ask: { options, queue in rd_kafka_ListConsumerGroups(client.pointer, options, queue) },
        read: { (event) throws(KafkaError) in
          var count = 0
          let errors = rd_kafka_ListConsumerGroups_result_errors(event, &count)
          if count > 0, let error = errors?.pointee { throw KafkaError(rd_kafka_error_code(error), during: "groups") }
          let rows = UnsafeBufferPointer(start: rd_kafka_ListConsumerGroups_result_valid(event, &count), count: count)
          return rows.compactMap { $0.flatMap { rd_kafka_ConsumerGroupListing_group_id($0) } }
            .map { String(cString: $0) }
        })
    }
  }
}
