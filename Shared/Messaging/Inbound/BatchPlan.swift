internal import Contracts
internal import Kafka

/// A batch read and sorted by topic, before any database work.
struct BatchPlan {
  /// One topic's share of a batch, in the order of its partitions.
  struct Share {
    let subscription: Subscription
    var messages: [InboundMessage] = []
    var refused: [RefusedMessage] = []
  }

  private(set) var shares: [Share] = []
  let moves: [PositionMove]

  /// - Parameter positions: where each partition stood when the batch began.
  init(_ batch: [KafkaMessage], subscriptions: [String: Subscription], positions: [KafkaPartition: Int64]) {
    var index: [String: Int] = [:]
    var after: [KafkaPartition: Int64] = [:]
    for record in batch {
      let partition = KafkaPartition(record.topic, record.partition)
      guard let before = positions[partition], record.offset >= (after[partition] ?? before),
        let subscription = subscriptions[record.topic]
      else { continue }
      after[partition] = record.offset + 1
      let share = index[record.topic] ?? shares.count
      if share == shares.count {
        index[record.topic] = share
        shares.append(Share(subscription: subscription))
      }
      BatchPlan.sort(record, into: &shares[share])
    }
    moves = after.map { PositionMove(partition: $0.key, before: positions[$0.key] ?? 0, after: $0.value) }
      .sorted { $0.partition < $1.partition }
  }

  private static func sort(_ record: KafkaMessage, into share: inout Share) {
    let subscription = share.subscription
    do {
      let message = try subscription.read(record)
      if subscription.types.contains(message.event.type) {
        share.messages.append(message)
      } else if subscription.unknownTypes == .refused {
        share.refused.append(
          RefusedMessage(
            record: record, violation: UnknownType.violation(message.event.type, known: subscription.types),
            orderingKey: message.orderingKey))
      }
    } catch {
      share.refused.append(
        RefusedMessage(record: record, violation: error, orderingKey: subscription.orderingKey(record, nil)))
    }
  }
}
