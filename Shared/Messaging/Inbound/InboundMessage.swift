public import Contracts
internal import Crypto
public import Kafka

/// A record with the event it carries.
public struct InboundMessage: Sendable {
  public let record: KafkaMessage
  public let event: CloudEvent
  /// What must be handled in order: later messages of this key wait when this one is parked.
  public let orderingKey: String
  /// The span of its handling; nil where it is not traced.
  var trace: TraceParent?

  public init(record: KafkaMessage, event: CloudEvent, orderingKey: String) {
    self.record = record
    self.event = event
    self.orderingKey = orderingKey
  }

  /// What this message is for the events that follow from it.
  public var cause: Cause { Cause(event, trace: trace) }

  /// SHA-256 of the record's value, as receipts echo it.
  public var digest: [UInt8] { Array(SHA256.hash(data: record.value ?? [])) }
}
