import CLibrdkafka
import Logging

extension ConsumerLoop {
  /// Gives everything back and leaves the group, within `patience.close`.
  ///
  /// librdkafka's own close has no bound and 2.0.2 can hang in it, so it is asked to close in the background while
  /// this thread serves it and watches the time. The destruction that follows is bounded by the handle's owner.
  func close() {
    stopReading()
    guard let queue = rd_kafka_queue_new(client.pointer) else { return giveBack(lost: true) }
    defer { rd_kafka_queue_destroy(queue) }
    if let error = rd_kafka_consumer_close_queue(client.pointer, queue) {
      note(KafkaError(taking: error, during: "close"))
      return giveBack(lost: true)
    }
    let deadline = Deadline(after: patience.close)
    while rd_kafka_consumer_closed(client.pointer) == 0, !deadline.hasPassed {
      // Not rd_kafka_queue_poll_callback: it aborts the process when a message is still queued (2.0.2).
      if let message = rd_kafka_consume_queue(queue, 20) { rd_kafka_message_destroy(message) }
      carryOutRebalances()
    }
    if rd_kafka_consumer_closed(client.pointer) == 0 {
      logger.warning("the consumer could not leave its group in time; the group evicts it by session timeout")
    }
    giveBack(lost: true)
    publishAssignment()
    shared.update { status in
      status.isSubscribed = false
      status.joiningSince = nil
    }
  }
}
