import Contracts
import FoundationEssentials
import Messaging

/// The topics that clues and money come from: verified petitions, penalty cases, payments.
struct CaseSubscriptions: Sendable {
  let prefix: TopicPrefix
  let open: OpenClues
  let penalties: RecordPenalties
  let payments: RecordPayments

  var subscriptions: [Subscription] {
    [
      subscription(.petitions, [.petitionVerified]) { messages, work in
        let clues = try read(messages, work: work) { message throws(ContractViolation) in
          try ClueReader.finding(message.event, now: work.now)
        }
        try await open(clues.map { ToldClue(clue: $0.value, cause: $0.cause) }, work: work)
      },
      subscription(
        .enforcement, [.penaltyFiled, .penaltyNoticePlanned, .penaltyDecided, .inspectionRecorded]
      ) { messages, work in
        try await enforcement(messages, work: work)
      },
      subscription(.payments, [.paymentReceived]) { messages, work in
        let received = try read(messages, work: work) { message throws(ContractViolation) in
          try PaymentReader.read(message.event, now: work.now)
        }
        try await payments(received.map { ($0.value, $0.cause) }, work: work)
      },
    ]
  }

  /// A filing opens a clue at once, as does an inspection that found a sign of damage; all that is told about a
  /// penalty case is kept for the case beside it.
  @Sendable private func enforcement(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    let told = try read(messages, work: work) { message throws(ContractViolation) in
      try EnforcementReader.read(message.event, now: work.now)
    }
    try await penalties(
      told.compactMap { item in item.value.record.map { ($0, item.cause) } }, work: work)
    try await open(
      told.compactMap { item in item.value.clue.map { ToldClue(clue: $0, cause: item.cause) } }, work: work)
  }

  private func subscription(
    _ topic: Topic, _ types: Set<EventType>, _ handle: @escaping Subscription.Handler
  ) -> Subscription {
    Subscription(topic: prefix.name(of: topic), types: types, handle: handle)
  }

  /// What the events say; one that breaks its contract goes to the dead letters and stops nothing.
  private func read<Value>(
    _ messages: [InboundMessage], work: UnitOfWork,
    as read: (InboundMessage) throws(ContractViolation) -> Value?
  ) throws -> [(value: Value, cause: Cause)] {
    var values: [(value: Value, cause: Cause)] = []
    for message in messages {
      do throws(ContractViolation) {
        if let value = try read(message) { values.append((value, message.cause)) }
      } catch {
        try work.refuse(message.record, orderingKey: message.orderingKey, because: error)
      }
    }
    return values
  }
}
