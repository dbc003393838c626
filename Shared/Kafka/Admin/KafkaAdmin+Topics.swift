import CLibrdkafka

extension KafkaAdmin {
  /// Creates topics that are not there yet and waits until the controller has taken them up.
  ///
  /// - Returns: what became of each, by name.
  /// - Throws: when the request as a whole failed.
  public func createTopics(
    _ topics: [KafkaTopicSpecification], timeout: Duration = .seconds(30)
  ) throws(KafkaError) -> [String: KafkaTopicOutcome] {
    let deadline = Deadline(after: timeout)
    var outcomes: [String: KafkaTopicOutcome] = [:]
    var open = topics
    var pause = Duration.milliseconds(50)
    while !open.isEmpty {
      let batch = open
      let answers = try repeating(until: deadline) { () throws(KafkaError) in
        try create(batch, timeout: deadline.remaining)
      }
      outcomes.merge(answers) { $1 }
      open = batch.filter { topic in
        if case .failed(let error) = answers[topic.name] { error.isRetriable } else { false }
      }
      guard !open.isEmpty, deadline.remaining > pause else { break }
      sleepThread(pause)
      pause = min(pause * 2, .milliseconds(500))
    }
    return outcomes
  }

  /// The number of partitions of every topic that the predicate wants; asks for no topic by name, so creates none.
  public func topics(
    matching isWanted: @Sendable (String) -> Bool = { _ in true }, timeout: Duration = .seconds(10)
  ) throws(KafkaError) -> [String: Int] {
    let client = try use("topics")
    let deadline = Deadline(after: timeout)
    return try repeating(until: deadline) { () throws(KafkaError) in
      var metadata: UnsafePointer<rd_kafka_metadata>?
      let code = rd_kafka_metadata(client.pointer, 1, nil, &metadata, deadline.remaining.milliseconds)
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let metadata else { throw KafkaError(code, during: "topics") }
      defer { rd_kafka_metadata_destroy(metadata) }
      var counts: [String: Int] = [:]
      for topic in UnsafeBufferPointer(start: metadata.pointee.topics, count: Int(metadata.pointee.topic_cnt)) {
        guard topic.err == RD_KAFKA_RESP_ERR_NO_ERROR, let name = topic.topic.map({ String(cString: $0) }),
          isWanted(name)
        else { continue }
        counts[name] = Int(topic.partition_cnt)
      }
      return counts
    }
  }

  /// Deletes topics with all their records.
  ///
  /// - Returns: the failures, by name; topics that were not there are none.
  public func deleteTopics(_ names: [String], timeout: Duration = .seconds(30)) throws(KafkaError) -> [String:
    KafkaError]
  {
    let client = try use("deleteTopics")
    guard !names.isEmpty else { return [:] }
    var requests = names.map { rd_kafka_DeleteTopic_new($0) }
    defer { rd_kafka_DeleteTopic_destroy_array(&requests, requests.count) }
    return try client.request(
      RD_KAFKA_ADMIN_OP_DELETETOPICS, "deleteTopics", timeout: timeout,
      ask: { options, queue in
        rd_kafka_DeleteTopics(client.pointer, &requests, requests.count, options, queue)
      },
      read: { event in
        let results = TopicResult.read(event) { rd_kafka_DeleteTopics_result_topics($0, $1) }
        var failures: [String: KafkaError] = [:]
        for (name, error) in results {
          if let error, error.code != .unknownTopicOrPartition { failures[name] = error }
        }
        return failures
      })
  }

  private func create(
    _ topics: [KafkaTopicSpecification], timeout: Duration
  ) throws(KafkaError) -> [String: KafkaTopicOutcome] {
    let client = try use("createTopics")
    var requests: [OpaquePointer?] = []
    defer { rd_kafka_NewTopic_destroy_array(&requests, requests.count) }
    for topic in topics {
      var text = [CChar](repeating: 0, count: 256)
      guard
        let request = rd_kafka_NewTopic_new(
          topic.name, Int32(clamping: topic.partitions), Int32(clamping: topic.replicationFactor), &text, text.count)
      else { throw KafkaError(code: .invalidArgument, reason: "topic \(topic.name): \(text.asText)") }
      requests.append(request)
      for (name, value) in topic.configuration {
        let code = rd_kafka_NewTopic_set_config(request, name, value)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
          throw KafkaError(code, during: "configuration \(name) of topic \(topic.name)")
        }
      }
    }
    return try client.request(
      RD_KAFKA_ADMIN_OP_CREATETOPICS, "createTopics", timeout: timeout,
      options: { options in
        var text = [CChar](repeating: 0, count: 256)
        // Makes the broker answer only once the topics can be used.
        rd_kafka_AdminOptions_set_operation_timeout(options, max(1, timeout.milliseconds), &text, text.count)
        return nil
      },
      ask: { options, queue in
        rd_kafka_CreateTopics(client.pointer, &requests, requests.count, options, queue)
      },
      read: { event in
        TopicResult.read(event) { rd_kafka_CreateTopics_result_topics($0, $1) }.mapValues { error in
          guard let error else { return .created }
          return error.code == .topicExists ? .existed : .failed(error)
        }
      })
  }
}

/// One topic's part of an answer.
enum TopicResult {
  /// - Returns: each topic's error, or nil for success.
  static func read(
    _ event: OpaquePointer,
    _ list: (OpaquePointer, UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<OpaquePointer?>?
  ) -> [String: KafkaError?] {
    var count = 0
    let rows = UnsafeBufferPointer(start: list(event, &count), count: count)
    var results: [String: KafkaError?] = [:]
    for case let row? in rows {
      let name = rd_kafka_topic_result_name(row).map { String(cString: $0) } ?? ""
      let code = rd_kafka_topic_result_error(row)
      guard code != RD_KAFKA_RESP_ERR_NO_ERROR else {
        results.updateValue(nil, forKey: name)
        continue
      }
      let known = KafkaError(code, during: "topic \(name)")
      let detail = rd_kafka_topic_result_error_string(row).map { String(cString: $0) } ?? known.reason
      results.updateValue(
        KafkaError(code: known.code, reason: "topic \(name): \(detail)", isRetriable: known.isRetriable), forKey: name)
    }
    return results
  }
}
