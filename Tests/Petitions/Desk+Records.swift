import Contracts
import Kafka

@testable import Messaging
@testable import Petitions

extension Desk {
  /// Takes records in as the consumer does: those that are no events of the topic are refused, the others handled.
  func take(_ records: [KafkaMessage]) async throws {
    guard let first = records.first,
      let subscription = application.subscriptions.first(where: { $0.topic == first.topic })
    else { return }
    try await runner.run { work in
      var messages: [InboundMessage] = []
      for record in records {
        do throws(ContractViolation) {
          let message = try subscription.read(record)
          guard subscription.types.contains(message.event.type) else {
            throw ContractViolation(.typeUnknown, field: "type")
          }
          messages.append(message)
        } catch {
          let refused = RefusedMessage(record: record, violation: error, orderingKey: "")
          try work.refuse(record, orderingKey: "", because: error)
          try await subscription.refuse([refused], work)
        }
      }
      if !messages.isEmpty { try await subscription.handle(messages, work) }
    }
  }
}
