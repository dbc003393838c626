public import Contracts
public import Kafka

/// A record that is no event, or none this topic takes.
public struct RefusedMessage: Sendable {
  public let record: KafkaMessage
  public let violation: ContractViolation
  public let orderingKey: String

  public init(record: KafkaMessage, violation: ContractViolation, orderingKey: String) {
    self.record = record
    self.violation = violation
    self.orderingKey = orderingKey
  }
}
