internal import Contracts
internal import Kafka
internal import Logging
internal import Postgres
internal import Tracing

/// Takes a batch in: one transaction for all of it, or, when that fails for a reason of its own, in halves until the
/// message that fails is found and parked.
///
/// Owned by the consumer's one batch in flight; not shared between tasks.
final class BatchProcessor {
  /// How often one message alone may time out while others pass before it is parked.
  static let patience = 5

  private let pool: PostgresPool
  let context: UnitOfWorkContext
  private let positions: PositionStore
  private let faults: FaultPoints
  let logger: Logger
  /// Messages that ran out of time alone: how often, and the last of it.
  var timeouts: [RecordPlace: (count: Int, last: FailureKind)] = [:]
  /// Messages that killed their process: parked unseen.
  var killers: Set<RecordPlace> = []
  /// Why messages of the transaction under way are kept back.
  var kept: [DeadLetterReason] = []
  /// Of the transaction at hand: its messages and what was emitted for them.
  var spans: [any Span] = []

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
        do {
          try await self.takeSingly(plan, notes: notes, on: connection)
        } catch {
          // Best effort: with the database away there is nobody to tell.
          try? await self.positions.withdrawNote(on: notes)
          throw error
        }
        try await self.positions.withdrawNote(on: notes)
      }
    }
  }

  private func takeSingly(
    _ plan: BatchPlan, notes: PostgresConnection, on connection: PostgresConnection
  ) async throws {
    for share in plan.shares {
      try await take([], refused: share.refused, of: share, on: connection)
      for index in share.messages.indices {
        let record = share.messages[index].record
        try await positions.note(KafkaPartition(record.topic, record.partition), offset: record.offset, on: notes)
        try await halve(share.messages[index...index], of: share, on: connection)
      }
    }
  }

  private func inTransaction(_ plan: BatchPlan, _ body: (PostgresConnection) async throws -> Void) async throws {
    spans.removeAll(keepingCapacity: true)
    try await pool.withTransaction { connection in
      self.kept = []
      guard try await self.positions.advance(plan.moves, on: connection) else { throw PositionConflict() }
      try await body(connection)
      self.faults.reach("inbound.in-transaction")
    }
    for span in spans { span.end() }
    spans.removeAll(keepingCapacity: true)
    faults.reach("inbound.after-commit")
    for reason in kept { reason.count() }
  }

  /// One share, or a part of it, in one go: what is held back, what is new, then the handler.
  func take(
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
    let fresh = trace(subscription.passesInbox ? try await InboxStore.take(free, on: connection) : free)
    if !faults.isEmpty { for message in fresh { faults.reach("inbound.event.\(message.event.id)") } }
    if !fresh.isEmpty { try await about(fresh) { try await subscription.handle(fresh, work) } }
    try await work.flush()
    kept += work.kept
    spans += work.spans
    note(fresh)
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
    let paused =
      held.isEmpty ? [] : try await PauseStore.paused(keys: held, topic: subscription.topic, on: work.connection)
    var delayed: [InboundMessage] = []
    var free: [InboundMessage] = []
    for message in messages {
      if killers.contains(RecordPlace(message.record)) {
        held.insert(message.orderingKey)
        delayed.append(message)
        work.hold(
          message.record, orderingKey: message.orderingKey, state: .parked, code: "killed-its-process",
          message: "the process died each time while it handled this message alone")
      } else if paused.contains(message.orderingKey) {
        delayed.append(message)
        work.hold(
          message.record, orderingKey: message.orderingKey, state: .waiting, code: "key-paused",
          message: "an operator holds this key back")
      } else if held.contains(message.orderingKey) {
        delayed.append(message)
        work.hold(
          message.record, orderingKey: message.orderingKey, state: .waiting, code: "waits-for-its-turn",
          message: "an earlier message of the same key is parked")
      } else if let timeout = timeouts[RecordPlace(message.record)], timeout.count >= Self.patience {
        // The last one ended the session, so that it could not be parked there.
        held.insert(message.orderingKey)
        delayed.append(message)
        work.hold(
          message.record, orderingKey: message.orderingKey, state: .parked, code: timeout.last.code,
          message: timeout.last.summary)
      } else {
        free.append(message)
      }
    }
    if !delayed.isEmpty { try await subscription.delay(delayed, work) }
    return free
  }
}
