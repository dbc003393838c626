internal import Contracts
internal import FoundationEssentials
internal import Kafka
internal import Postgres

/// The events of one unit of work on their way into the outbox, column by column.
struct OutboxBatch {
  private let shards: OutboxShards
  private let schemas: SchemaAddress
  private var shard: [Int16] = []
  private var topic: [String] = []
  private var key: [String] = []
  private var id: [UUID] = []
  private var headers: [[UInt8]] = []
  private var payload: [[UInt8]] = []

  init(shards: OutboxShards, schemas: SchemaAddress) {
    self.shards = shards
    self.schemas = schemas
  }

  var isEmpty: Bool { id.isEmpty }

  mutating func append(
    id eventID: UUID, event: OutboundEvent, source: EventSource, trace: TraceParent?, at time: Date
  ) {
    var envelope = CloudEvent(
      id: eventID.lowercased, source: source.rawValue, type: event.type, subject: event.subject,
      time: time, dataSchema: schemas.schema(of: event.type),
      extensions: event.attributes, payload: .json(event.data))
    envelope.sequence = event.sequence
    envelope.correlationID = event.cause.correlation
    envelope.causationID = event.cause.id
    envelope.traceParent = trace
    var block = KafkaHeaderBlock()
    block.reserveCapacity(768)
    CloudEventCodec.forEachBinaryHeader(of: envelope) { block.append($0, text: $1) }
    shard.append(shards.shard(of: event.key))
    topic.append(event.topic.name)
    key.append(event.key)
    id.append(eventID)
    headers.append(block.bytes)
    payload.append(envelope.data ?? [])
  }

  /// Draws the ids in the order the events were emitted.
  var insert: SQL {
    """
    insert into outbox (shard, topic, key, event_id, headers, payload)
    select * from unnest(\(shard), \(topic), \(key), \(id), \(headers), \(payload))
    """
  }
}
