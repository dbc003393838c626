import CLibrdkafka

extension KafkaAdmin {
  /// The bounds of the partitions' logs, asked of their leaders now.
  ///
  /// By `rd_kafka_offsets_for_times` with the times that mean "first" and "end": one request for each leader instead of
  /// two for each partition, and it keeps its deadline, which `rd_kafka_query_watermark_offsets` in 2.0.2 does not.
  ///
  /// - Throws: the error of the first partition that has one; a topic that does not exist is an error.
  public func watermarks(
    _ partitions: [KafkaPartition], timeout: Duration = .seconds(10)
  ) throws(KafkaError) -> [KafkaPartition: KafkaLogBounds] {
    guard !partitions.isEmpty else { return [:] }
    let deadline = Deadline(after: timeout)
    let low = try offsets(of: partitions, at: Int64(RD_KAFKA_OFFSET_BEGINNING), deadline)
    let high = try offsets(of: partitions, at: Int64(RD_KAFKA_OFFSET_END), deadline)
    return low.reduce(into: [:]) { bounds, entry in
      bounds[entry.key] = KafkaLogBounds(low: entry.value, high: high[entry.key] ?? entry.value)
    }
  }

  /// Where reading begins for records since an instant: of each partition the first record that is not older, and its
  /// end where there is none.
  ///
  /// - Parameter milliseconds: since 1970, as records are stamped.
  /// - Throws: as ``watermarks(_:timeout:)``.
  public func offsets(
    of partitions: [KafkaPartition], since milliseconds: Int64, timeout: Duration = .seconds(10)
  ) throws(KafkaError) -> [KafkaPartition: Int64] {
    guard !partitions.isEmpty else { return [:] }
    let deadline = Deadline(after: timeout)
    // Negative times mean "first" and "end" to the broker.
    return try offsets(of: partitions, at: max(0, milliseconds), deadline)
  }

  private func offsets(
    of partitions: [KafkaPartition], at time: Int64, _ deadline: Deadline
  ) throws(KafkaError) -> [KafkaPartition: Int64] {
    let client = try use("watermarks")
    return try repeating(until: deadline) { () throws(KafkaError) in
      let list = PartitionList(capacity: partitions.count)
      for partition in partitions { list.add(partition, offset: time) }
      let code = list.withPointer {
        rd_kafka_offsets_for_times(client.pointer, $0, deadline.remaining.milliseconds)
      }
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(code, during: "watermarks") }
      var offsets: [KafkaPartition: Int64] = [:]
      // Nothing is so young there.
      var late: [KafkaPartition] = []
      for entry in list.entries {
        guard entry.error == .noError else {
          throw KafkaError(entry.error.cValue, during: "watermarks of \(entry.partition)")
        }
        if entry.offset == Int64(RD_KAFKA_OFFSET_END), time >= 0 {
          late.append(entry.partition)
          continue
        }
        guard entry.offset >= 0 else {
          throw KafkaError(
            code: .leaderNotAvailable, reason: "watermarks of \(entry.partition): the leader did not tell",
            isRetriable: true)
        }
        offsets[entry.partition] = entry.offset
      }
      guard !late.isEmpty else { return offsets }
      return try self.offsets(of: late, at: Int64(RD_KAFKA_OFFSET_END), deadline).merging(offsets) { first, _ in first }
    }
  }

  /// A group's committed positions with their metadata; `nil` where it has none.
  ///
  /// - Parameter requireStable: wait until no transaction that commits positions of this group is open (KIP-447),
  ///   repeating until the deadline. A successor of a dead writer must ask this way, or it may read a position that
  ///   is about to change.
  /// - Throws: the error of the first partition that has one.
  public func committed(
    group: String, partitions: [KafkaPartition], requireStable: Bool = true, timeout: Duration = .seconds(15)
  ) throws(KafkaError) -> [KafkaPartition: KafkaPosition?] {
    let client = try use("committed")
    guard !partitions.isEmpty else { return [:] }
    let deadline = Deadline(after: timeout)
    return try repeating(until: deadline) { () throws(KafkaError) in
      let list = PartitionList(capacity: partitions.count)
      for partition in partitions { list.add(partition) }
      var request = list.withPointer { rd_kafka_ListConsumerGroupOffsets_new(group, $0) }
      defer { rd_kafka_ListConsumerGroupOffsets_destroy(request) }
      return try client.request(
        RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS, "committed of \(group)", timeout: deadline.remaining,
        options: { rd_kafka_AdminOptions_set_require_stable_offsets($0, requireStable ? 1 : 0) },
        ask: { options, queue in
          rd_kafka_ListConsumerGroupOffsets(client.pointer, &request, 1, options, queue)
        },
        read: { (event) throws(KafkaError) in
          var count = 0
          guard let groups = rd_kafka_ListConsumerGroupOffsets_result_groups(event, &count), count == 1 else {
            throw KafkaError(code: .groupNotFound, reason: "committed of \(group): no answer about it")
          }
          return try Self.positions(groups.pointee, of: partitions, group)
        })
    }
  }

  /// Forgets a group and all its positions; it must have no members.
  ///
  /// - Throws: the broker's refusal. A group that does not exist is fine.
  public func deleteGroup(_ group: String, timeout: Duration = .seconds(10)) throws(KafkaError) {
    let client = try use("deleteGroup")
    var request = rd_kafka_DeleteGroup_new(group)
    defer { rd_kafka_DeleteGroup_destroy(request) }
    try client.request(
      RD_KAFKA_ADMIN_OP_DELETEGROUPS, "deleteGroup \(group)", timeout: timeout,
      ask: { options, queue in rd_kafka_DeleteGroups(client.pointer, &request, 1, options, queue) },
      read: { (event) throws(KafkaError) in
        var count = 0
        guard let groups = rd_kafka_DeleteGroups_result_groups(event, &count), count == 1 else { return }
        guard let error = rd_kafka_group_result_error(groups.pointee) else { return }
        let code = KafkaErrorCode(rd_kafka_error_code(error))
        if code == .noError || code == .groupNotFound { return }
        throw KafkaError(code.cValue, during: "deleteGroup \(group)")
      })
  }

  private static func positions(
    _ result: OpaquePointer?, of partitions: [KafkaPartition], _ group: String
  ) throws(KafkaError) -> [KafkaPartition: KafkaPosition?] {
    if let error = rd_kafka_group_result_error(result) {
      let code = KafkaErrorCode(rd_kafka_error_code(error))
      if code != .noError { throw KafkaError(code.cValue, during: "committed of \(group)") }
    }
    var positions: [KafkaPartition: KafkaPosition?] = [:]
    for partition in partitions { positions.updateValue(nil, forKey: partition) }
    guard let list = rd_kafka_group_result_partitions(result) else { return positions }
    for entry in PartitionList.entries(of: list) {
      guard entry.error == .noError || entry.error == .unknownTopicOrPartition else {
        throw KafkaError(entry.error.cValue, during: "committed of \(group), \(entry.partition)")
      }
      guard entry.offset >= 0 else { continue }
      positions[entry.partition] = KafkaPosition(offset: entry.offset, metadata: entry.metadata)
    }
    return positions
  }
}
