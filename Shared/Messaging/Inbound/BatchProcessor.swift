internal import Contracts
internal import Kafka
internal import Logging
internal import Postgres

/// Takes a batch in: one transaction for all of it, or, when that fails for a reason of its own, in halves until the
/// message that fails is found and parked.
///
/// Owned by the consumer's one batch in flight; not shared between tasks.
final class BatchProcessor {
  /// How often one message alone may time out while others pass before it is parked.
  static let patience = 5

  private let pool: PostgresPool
  private let context: UnitOfWorkContext
  private let positions: PositionStore
  private let faults: FaultPoints
  private let logger: Logger
  private var timeouts: [RecordPlace: Int] = [:]
  /// Messages that killed their process: parked unseen.
  var killers: Set<RecordPlace> = []

  init(
    pool: PostgresPool, context: UnitOfWorkContext, positions: PositionStore, faults: FaultPoints, logger: Logger
  ) {
    self.pool = pool
    self.context = context
    self.positions = positions
    self.faults = faults
    self.logger = logger
  }

  /// Takes the whole batch in with set-based statements.
  func takeWhole(_ plan: BatchPlan) async throws {
    try await inTransaction(plan) { connection in
      for share in plan.shares {
        try await self.take(share.messages, refused: share.refused, of: share, on: connection)
      }
    }
  }

  /// Takes the batch in by halves, parking what fails by itself.
  func takeInHalves(_ plan: BatchPlan) async throws {
    try await inTransaction(plan) { connection in
      for share in plan.shares {
        try await self.take([], refused: share.refused, of: share, on: connection)
        try await self.halve(share.messages[...], of: share, on: connection)
      }
    }
  }

  /// Takes the batch in message by message, noting each before it is touched, so that a message that kills or hangs
  /// the process is known to the next owner.
  func takeSingly(_ plan: BatchPlan) async throws {
    try await pool.withConnection { notes in
      try await self.inTransaction(plan) { connection in
        for share in plan.shares {
          try await self.take([], refused: share.refused, of: share, on: connection)
          for index in share.messages.indices {
            let record = share.messages[index].record
            try await self.positions.note(
              KafkaPartition(record.topic, record.partition), offset: record.offset, on: notes)
            try await self.halve(share.messages[index...index], of: share, on: connection)
          }
        }
      }
    }
  }

  private func inTransaction(_ plan: BatchPlan, _ body: (PostgresConnection) async throws -> Void) async throws {
    try await pool.withTransaction { connection in
      guard try await self.positions.advance(plan.moves, on: connection) else { throw PositionConflict() }
      try await body(connection)
      self.faults.reach("inbound.in-transaction")
    }
    faults.reach("inbound.after-commit")
  }

  /// One share, or a part of it, in one go: what is held back, what is new, then the handler.
  private func take(
    _ messages: [InboundMessage], refused: [RefusedMessage], of share: BatchPlan.Share,
    on connection: PostgresConnection
  ) async throws {
    guard !messages.isEmpty || !refused.isEmpty else { return }
    let subscription = share.subscription
    let work = UnitOfWork(connection: connection, context: context, now: context.clock.now)
    for message in refused {
      try work.refuse(message.record, orderingKey: message.orderingKey, because: message.violation)
    }
    if !refused.isEmpty { try await subscription.refuse(refused, work) }
    let free = try await holdBack(messages, of: subscription, work: work)
    let fresh = subscription.passesInbox ? try await InboxStore.take(free, on: connection) : free
    if !faults.isEmpty { for message in fresh { faults.reach("inbound.event.\(message.event.id)") } }
    if !fresh.isEmpty { try await subscription.handle(fresh, work) }
    try await work.flush()
  }

  /// Puts messages behind the parked ones of their key, and parks what is known to kill; answers the others.
  private func holdBack(
    _ messages: [InboundMessage], of subscription: Subscription, work: UnitOfWork
  ) async throws -> [InboundMessage] {
    guard !messages.isEmpty else { return [] }
    var held = try await DeadLetterStore.held(
      keys: Set(messages.map(\.orderingKey)), topic: subscription.topic, on: work.connection)
    if !held.isEmpty {
      for key in held.sorted() {
        try await DeadLetterStore.lock(key: key, topic: subscription.topic, on: work.connection)
      }
      held = try await DeadLetterStore.held(keys: held, topic: subscription.topic, on: work.connection)
    }
    var delayed: [InboundMessage] = []
    var free: [InboundMessage] = []
    for message in messages {
      if killers.contains(RecordPlace(message.record)) {
        held.insert(message.orderingKey)
        delayed.append(message)
        work.hold(
          message.record, orderingKey: message.orderingKey, state: .parked, code: "killed-its-process",
          message: "the process died each time while it handled this message alone")
      } else if held.contains(message.orderingKey) {
        delayed.append(message)
        work.hold(
          message.record, orderingKey: message.orderingKey, state: .waiting, code: "waits-for-its-turn",
          message: "an earlier message of the same key is parked")
      } else {
        free.append(message)
      }
    }
    if !delayed.isEmpty { try await subscription.delay(delayed, work) }
    return free
  }

  private func halve(
    _ messages: ArraySlice<InboundMessage>, of share: BatchPlan.Share, on connection: PostgresConnection
  ) async throws {
    guard let first = messages.first else { return }
    do {
      try await connection.withSavepoint { connection in
        try await self.take(Array(messages), refused: [], of: share, on: connection)
      }
    } catch {
      if let transient = FailureKind(error).transient {
        guard messages.count == 1, transient == .statement, tires(of: first.record) else { throw error }
      }
      guard messages.count > 1 else {
        return try await park(first, because: error, of: share, on: connection)
      }
      let middle = messages.startIndex + messages.count / 2
      try await halve(messages[..<middle], of: share, on: connection)
      try await halve(messages[middle...], of: share, on: connection)
    }
  }

  /// Counts a time-out of one message alone; true when it has had enough of them.
  private func tires(of record: KafkaMessage) -> Bool {
    timeouts[RecordPlace(record), default: 0] += 1
    return timeouts[RecordPlace(record), default: 0] >= BatchProcessor.patience
  }

  private func park(
    _ message: InboundMessage, because error: any Error, of share: BatchPlan.Share, on connection: PostgresConnection
  ) async throws {
    timeouts[RecordPlace(message.record)] = nil
    let failure = FailureKind(error)
    logger.error(
      "message parked: handling it fails",
      metadata: [
        "topic": "\(message.record.topic)", "partition": "\(message.record.partition)",
        "offset": "\(message.record.offset)", "code": "\(failure.code)", "reason": "\(failure.summary)",
      ])
    try await connection.withSavepoint { connection in
      let work = UnitOfWork(connection: connection, context: self.context, now: self.context.clock.now)
      work.hold(
        message.record, orderingKey: message.orderingKey, state: .parked, code: failure.code, message: failure.summary)
      try await share.subscription.delay([message], work)
      try await work.flush()
    }
  }
}
