public import Contracts
public import Kafka

/// What a service does with one inbound topic.
public struct Subscription: Sendable {
  /// What happens to an event of a type the service does not handle.
  public enum UnknownTypes: Sendable {
    /// Passed over: other subscribers' business.
    case ignored
    /// Refused: nobody else takes it.
    case refused
  }

  public typealias Handler = @Sendable (_ messages: [InboundMessage], _ work: UnitOfWork) async throws -> Void

  /// The topic's full name, prefix included.
  public let topic: String
  /// The event types handled.
  public let types: Set<EventType>
  public let unknownTypes: UnknownTypes
  /// Whether the inbox of event ids keeps repeats away. False where the handler itself knows repeats by a permanent
  /// key and has an answer for them.
  public let passesInbox: Bool
  let orderingKey: @Sendable (KafkaMessage, CloudEvent?) -> String
  let handle: Handler
  let refuse: @Sendable (_ messages: [RefusedMessage], _ work: UnitOfWork) async throws -> Void
  let delay: Handler

  /// - Parameters:
  ///   - orderingKey: what must be handled in order; the record's key unless said otherwise.
  ///   - handle: decides and writes for a batch, in the order given. Throwing undoes the batch; it is then tried in
  ///     halves until the one message that fails is found and parked.
  ///   - refuse: tells the sender about records that are no events of this topic. The dead letters are written anyway.
  ///   - delay: tells the sender that messages are parked, or wait behind one that is.
  public init(
    topic: String, types: Set<EventType>, unknownTypes: UnknownTypes = .ignored, passesInbox: Bool = true,
    orderingKey: @escaping @Sendable (KafkaMessage, CloudEvent?) -> String = Subscription.recordKey,
    handle: @escaping Handler,
    refuse: @escaping @Sendable ([RefusedMessage], UnitOfWork) async throws -> Void = { _, _ in },
    delay: @escaping Handler = { _, _ in }
  ) {
    self.topic = topic
    self.types = types
    self.unknownTypes = unknownTypes
    self.passesInbox = passesInbox
    self.orderingKey = orderingKey
    self.handle = handle
    self.refuse = refuse
    self.delay = delay
  }

  /// The event a record carries.
  /// - Throws: the violation for which it is refused.
  func read(_ record: KafkaMessage) throws(ContractViolation) -> InboundMessage {
    let event = try CloudEventCodec.decode(value: record.value, headers: record.headers.map { ($0.name, $0.value) })
    return InboundMessage(record: record, event: event, orderingKey: orderingKey(record, event))
  }

  /// The record's key; a record without one is ordered by its partition alone.
  @Sendable public static func recordKey(_ record: KafkaMessage, _ event: CloudEvent?) -> String {
    guard let key = record.key else { return "partition \(record.partition) offset \(record.offset)" }
    return String(decoding: key, as: UTF8.self)
  }
}
