import CLibrdkafka

extension ClientConfiguration {
  /// A group member's properties.
  static func consumer(_ settings: KafkaSettings, group: String) throws(KafkaError) -> ClientConfiguration {
    let strategy = settings.properties["partition.assignment.strategy"] ?? ""
    guard !strategy.contains("cooperative") else {
      throw KafkaError(
        code: .invalidArgument,
        reason: "Kafka property partition.assignment.strategy: librdkafka before 2.10 loses and repeats messages, and "
          + "can crash, with cooperative assignors; use range or roundrobin")
    }
    return ClientConfiguration(
      settings: settings,
      defaults: [
        "partition.assignment.strategy": "range",
        // A frozen member is evicted after this long; it must stay well under 15 s.
        "session.timeout.ms": "6000",
        "heartbeat.interval.ms": "1000",
        // How long the group waits for a member that is finishing its batch. Not for slow batches: see `patience`.
        "max.poll.interval.ms": "60000",
        // A position outside the log must be told, never silently replaced.
        "auto.offset.reset": "error",
        "isolation.level": "read_committed",
        // Tells where a partition ends, for the lag.
        "enable.partition.eof": "true",
        "fetch.wait.max.ms": "50",
        "fetch.error.backoff.ms": "50",
        // Fetching resumes up to a second after the queue has room again (2.0.2), so it must hold about that much.
        "queued.min.messages": "50000",
        "queued.max.messages.kbytes": "32768",
        "fetch.max.bytes": "16777216",
        // Topics that are created later are found this soon.
        "topic.metadata.refresh.interval.ms": "10000",
        "allow.auto.create.topics": "false",
      ],
      fixed: ["group.id": group, "enable.auto.commit": "false", "enable.auto.offset.store": "false"])
  }
}

/// Notes the change and makes the running poll return, so that the change is carried out outside the callback, in
/// the polling thread's own order of things.
func noteRebalance(
  client: OpaquePointer?, code: rd_kafka_resp_err_t,
  list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?, opaque: UnsafeMutableRawPointer?
) {
  guard let client, let context = ClientContext.from(opaque) else { return }
  let partitions = PartitionList.partitions(of: list).sorted()
  switch code {
  case RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS:
    context.note(.assigned(partitions))
  case RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS:
    context.note(.revoked(partitions, lost: rd_kafka_assignment_lost(client) != 0))
  default:
    context.note(.failed(KafkaError(code, during: "rebalance")))
  }
  rd_kafka_yield(client)
}
