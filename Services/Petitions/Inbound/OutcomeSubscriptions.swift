import Contracts
import FoundationEssentials
import Messaging

/// What other services tell about petitions: contacts made, scores and colours changed, compensation cases.
struct OutcomeSubscriptions: Sendable {
  let prefix: TopicPrefix
  let contacts: RecordDeliveries
  let outcomes: RecordOutcomes

  var subscriptions: [Subscription] {
    [
      subscription(.notifications, [.notificationDelivered, .notificationFailed]) { messages, work in
        try await contacts(read(messages, work: work, as: Delivery.init), work: work)
      },
      subscription(.scores, [.scoreChanged, .colourChanged], recordOutcomes),
      subscription(
        .compensations, [.compensationClueOpened, .compensationFiled, .compensationNotStarted, .compensationClosed],
        recordOutcomes),
    ]
  }

  @Sendable private func recordOutcomes(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    try await outcomes(read(messages, work: work, as: ToldOutcome.init), work: work)
  }

  private func subscription(
    _ topic: Topic, _ types: [EventType], _ handle: @escaping Subscription.Handler
  ) -> Subscription {
    Subscription(topic: prefix.name(of: topic), types: Set(types), handle: handle)
  }

  /// What the events say; one that breaks its contract goes to the dead letters and stops nothing.
  private func read<Value>(
    _ messages: [InboundMessage], work: UnitOfWork,
    as read: (InboundMessage) throws(ContractViolation) -> Value?
  ) throws -> [Value] {
    var values: [Value] = []
    for message in messages {
      do throws(ContractViolation) {
        if let value = try read(message) { values.append(value) }
      } catch {
        try work.refuse(message.record, orderingKey: message.orderingKey, because: error)
      }
    }
    return values
  }
}
