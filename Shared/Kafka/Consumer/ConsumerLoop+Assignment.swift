import CLibrdkafka
import struct FoundationEssentials.Date
import Logging

extension ConsumerLoop {
  /// Does what the callback noted.
  func carryOutRebalances() {
    for change in client.context.takeRebalances() {
      switch change {
      case .assigned(let partitions):
        // Acknowledged empty at once, so that the group is settled; the positions follow outside the callback.
        assigned = partitions
        stopReading()
        askAt = partitions.isEmpty ? nil : .now
        shared.update { status in
          status.isSubscribed = true
          status.joiningSince = nil
        }
        logger.info("Kafka partitions assigned", metadata: ["partitions": "\(partitions)"])
      case .revoked(let partitions, let lost):
        logger.info("Kafka partitions revoked", metadata: ["partitions": "\(partitions)", "lost": "\(lost)"])
        giveBack(lost: lost)
        unassign()
      case .failed(let error):
        note(error)
        giveBack(lost: true)
        unassign()
      }
      publishAssignment()
    }
  }

  /// Tells the delegate that everything assigned is gone. The eager protocol always takes all.
  func giveBack(lost: Bool) {
    guard !assigned.isEmpty else { return }
    let reply = Reply<Void>()
    shared.mailbox.post(.revoked(assigned, lost: lost, reply))
    while reply.wait(.seconds(60)) == nil {}
    assigned = []
    held = [:]
    (askAt, recheckAt) = (nil, nil)
  }

  private func unassign() {
    rd_kafka_assign(client.pointer, nil)
    reader.forget()
    shared.update { status in
      status.isReading = false
      status.positions = [:]
      status.joiningSince = Date()
    }
  }

  /// Empties the local assignment and drops what was fetched; the membership stays, and so do the positions: what is
  /// not dealt with is lag, also while it waits to be tried again.
  func stopReading() {
    assign(PartitionList(capacity: 0))
    reader.forget()
    reachedEnds = [:]
    shared.update { $0.isReading = false }
  }

  @discardableResult
  private func assign(_ list: borrowing PartitionList) -> Bool {
    let code = list.withPointer { rd_kafka_assign(client.pointer, $0) }
    if code != RD_KAFKA_RESP_ERR_NO_ERROR { note(KafkaError(code, during: "assign")) }
    return code == RD_KAFKA_RESP_ERR_NO_ERROR
  }

  /// Asks the delegate where to start and starts there.
  func askPositions() {
    let reply = Reply<Result<[KafkaPartition: KafkaStart], any Error>>()
    shared.mailbox.post(.positions(assigned, reply))
    let (answer, _) = answer(to: reply)
    if client.context.hasRebalances { return }  // The answer may be about partitions that are no longer ours.
    switch answer {
    case .failure(let error):
      askAt = .now + patience.positionsRetry
      note(KafkaError(code: .wrongState, reason: "no positions: \(error)", isRetriable: true))
    case .success(let starts):
      if shared.status.lastError?.code == .wrongState { shared.update { $0.lastError = nil } }
      start(starts)
    }
  }

  private func start(_ starts: [KafkaPartition: KafkaStart]) {
    let list = PartitionList(capacity: assigned.count)
    var positions: [KafkaPartition: Int64] = [:]
    (held, recheckAt) = ([:], nil)
    for partition in assigned {
      switch starts[partition] {
      case .offset(let offset) where offset >= 0:
        list.add(partition, offset: offset)
        positions[partition] = offset
      case .offset(let offset): held[partition] = "the position \(offset) is no offset"
      case .beginning: list.add(partition, offset: Int64(RD_KAFKA_OFFSET_BEGINNING))
      case .hold(let reason): held[partition] = reason
      case nil: held[partition] = "no position was given"
      }
    }
    for (partition, reason) in held.sorted(by: { $0.key < $1.key }) {
      logger.warning("Kafka partition held", metadata: ["partition": "\(partition)", "reason": "\(reason)"])
    }
    askAt = assign(list) ? nil : .now + patience.positionsRetry
    shared.update { status in
      status.isReading = self.askAt == nil
      status.positions = positions
    }
    publishAssignment()
  }

  func publishAssignment() {
    shared.update { status in
      status.assigned = self.assigned
      status.held = self.held
    }
  }
}
