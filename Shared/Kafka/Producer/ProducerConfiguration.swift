extension ClientConfiguration {
  /// Defaults of both producers. The send queue is small enough for a service that must live in 100 MB.
  static let producer = [
    "acks": "all",
    "enable.idempotence": "true",
    // The Java client's choice of partition, so that every client agrees on where a key lives.
    "partitioner": "murmur2_random",
    // Events of one kind look alike: a sixth of the bytes on the wire and on the broker's disk.
    "compression.type": "lz4",
    "queue.buffering.max.kbytes": "32768",
    "queue.buffering.max.messages": "50000",
    "batch.num.messages": "10000",
    "topic.metadata.refresh.fast.interval.ms": "100",
    "allow.auto.create.topics": "false",
  ]
}
