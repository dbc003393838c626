import Contracts
import FoundationEssentials
import Messaging

/// The topics that clues, money and proofs come from: verified petitions, penalty and criminal cases, payments, notifications.
struct CaseSubscriptions: Sendable {
  let prefix: TopicPrefix
  let open: OpenClues
  let penalties: RecordPenalties
  let payments: RecordPayments
  let crimes: NoteCrimes
  let corrections: FollowCorrections
  let proofs: RecordProofs

  var subscriptions: [Subscription] {
    [
      subscription(
        .petitions, [.petitionVerified, .petitionCrimeReferred, .petitionPoliceAnswered]
      ) { messages, work in
        try await petitions(messages, work: work)
      },
      subscription(
        .enforcement,
        [
          .penaltyFiled, .penaltyNoticePlanned, .penaltyDecided, .inspectionRecorded, .crimeReferred, .crimeDecided,
          .factCorrected,
        ]
      ) { messages, work in
        try await enforcement(messages, work: work)
      },
      subscription(.payments, [.paymentReceived]) { messages, work in
        let received = try read(messages, work: work) { message throws(ContractViolation) in
          try PaymentReader.read(message.event, now: work.now)
        }
        try await payments(received.map { ($0.value, $0.cause) }, work: work)
      },
      subscription(
        .notifications, [.notificationDelivered, .notificationAcknowledged, .notificationFailed]
      ) { messages, work in
        let told = try read(messages, work: work) { message throws(ContractViolation) in
          try ProofReader.read(message.event)
        }
        try await proofs(told.map { ($0.value, $0.cause) }, work: work)
      },
    ]
  }

  /// A verified finding of damage is a clue; what the police is told of a petition is noted on its case, also where that is
  /// opened later.
  @Sendable private func petitions(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    let clues = try read(messages.filter { $0.event.type == .petitionVerified }, work: work) {
      message throws(ContractViolation) in try ClueReader.finding(message.event, now: work.now)
    }
    let told = try read(messages.filter { $0.event.type != .petitionVerified }, work: work) {
      message throws(ContractViolation) in try FactReader.petition(message.event)
    }
    let opened = try await open(clues.map { ToldClue(clue: $0.value, cause: $0.cause) }, work: work)
    try await crimes(
      told.map { ($0.value, $0.cause) }, petitions: opened.filter(\.isNew).compactMap(\.compensation.petitionId),
      work: work)
  }

  /// A filing opens a clue at once, as do an inspection that found a sign of damage and a transfer to the police; all
  /// that is told about a penalty case is kept for the case beside it. What is taken back counts from the start.
  @Sendable private func enforcement(_ messages: [InboundMessage], work: UnitOfWork) async throws {
    let told = try read(messages, work: work) { message throws(ContractViolation) in
      try EnforcementReader.read(message.event, now: work.now)
    }
    let takenBack = told.compactMap { item in item.value.correction.map { (correction: $0, cause: item.cause) } }
    try await corrections.keep(takenBack, work: work)
    try await penalties(
      told.compactMap { item in item.value.record.map { ($0, item.cause) } }, work: work)
    try await open(
      told.compactMap { item in item.value.clue.map { ToldClue(clue: $0, cause: item.cause) } }, work: work)
    try await crimes(told.compactMap { item in item.value.crime.map { ($0, item.cause) } }, work: work)
    try await corrections(takenBack, facts: told.compactMap(\.value.fact), work: work)
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
