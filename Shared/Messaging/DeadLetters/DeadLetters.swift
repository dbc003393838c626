internal import FoundationEssentials
internal import Kafka
public import Postgres
public import Sealing

/// What an operator does with messages that were not taken in: look, try again in order, give up.
public struct DeadLetters: Sendable {
  /// What records are sealed with: where a value belongs.
  public static let sealingContext = DeadLetterStore.sealingContext

  let pool: PostgresPool
  let context: UnitOfWorkContext
  private let subscriptions: [String: Subscription]
  private let opener: Opener
  private let signal: RelaySignal

  /// - Parameter opener: opens the sealed records; only needed for ``redrive(topic:orderingKey:by:)`` and
  ///   ``contents(of:by:reason:)``.
  public init(
    pool: PostgresPool, context: UnitOfWorkContext, subscriptions: [Subscription], opener: Opener, signal: RelaySignal
  ) {
    self.pool = pool
    self.context = context
    self.subscriptions = Dictionary(subscriptions.map { ($0.topic, $0) }) { first, _ in first }
    self.opener = opener
    self.signal = signal
  }

  /// How many there are in each state.
  public func counts() async throws -> [DeadLetterState: Int] {
    let rows = try await pool.query(
      "select state, count(*) from dead_letter group by state", as: (String, Int).self)
    return Dictionary(rows.compactMap { row in DeadLetterState(rawValue: row.0).map { ($0, row.1) } }) { $1 }
  }

  /// The keys that are held, those held longest first, where one of their messages passes the filter. Keys that an operator
  /// has paused are left out: they go on when they are resumed.
  public func heldKeys(
    _ filter: DeadLetterFilter = DeadLetterFilter()
  ) async throws -> [(topic: String, orderingKey: String, messages: Int)] {
    try await pool.query(
      """
      select h.topic, h.ordering_key, count(*) from dead_letter h
      where h.state in ('parked', 'waiting')
        and (h.topic, h.ordering_key) in (
          select l.topic, l.ordering_key from dead_letter l where \(filter.held.condition))
        and not exists (
          select from inbound_pause p where p.topic = h.topic and p.ordering_key = h.ordering_key)
      group by h.topic, h.ordering_key order by min(h.id)
      """, as: (String, String, Int).self
    ).map { (topic: $0.0, orderingKey: $0.1, messages: $0.2) }
  }

  /// Takes the messages of a held key in, in their order; stops at the first that fails again.
  /// - Parameter actor: who asks for it over HTTP, for the audit trail; nil for a command.
  /// - Returns: how many went through, and how many still wait.
  public func redrive(
    topic: String, orderingKey: String, by actor: String? = nil
  ) async throws -> (redriven: Int, left: Int) {
    guard let subscription = subscriptions[topic] else { throw UnknownDeadLetterTopic(topic: topic) }
    let outcome = try await pool.withTransaction(retries: 5) { connection in
      try await DeadLetterStore.lock(key: orderingKey, topic: topic, on: connection)
      let queue = try await DeadLetterStore.queue(key: orderingKey, topic: topic, on: connection)
      var redriven: [Int64] = []
      for letter in queue {
        do {
          try await connection.withSavepoint { connection in
            try await self.take(letter, of: subscription, on: connection)
          }
          redriven.append(letter.id)
        } catch {
          let failure = FailureKind(error)
          if [.outage, .contention].contains(failure.transient) { throw error }
          try await DeadLetterStore.fail(letter.id, code: failure.code, message: failure.summary, on: connection)
          break
        }
      }
      try await DeadLetterStore.settle(redriven, as: .redriven, on: connection)
      let left = queue.count - redriven.count
      if let actor {
        let work = UnitOfWork(connection: connection, context: self.context, now: self.context.clock.now)
        work.record(
          AuditEntry(
            actor: actor, action: "dead-letter.redriven", subject: "\(topic) key \(orderingKey)", cause: "redrive",
            detail: Array(#"{"redriven":\#(redriven.count),"left":\#(left)}"#.utf8)))
        try await work.flush()
      }
      return (redriven: redriven.count, left: left)
    }
    signal.raise()
    return outcome
  }

  private func take(
    _ letter: DeadLetterStore.Sealed, of subscription: Subscription, on connection: PostgresConnection
  ) async throws {
    let message = try subscription.read(try record(letter, topic: subscription.topic))
    let work = UnitOfWork(connection: connection, context: context, now: context.clock.now)
    let fresh = subscription.passesInbox ? try await InboxStore.take([message], on: connection) : [message]
    if !fresh.isEmpty { try await subscription.handle(fresh, work) }
    try await work.flush()
  }

  /// The record as it lay on its topic.
  func record(_ letter: DeadLetterStore.Sealed, topic: String) throws -> KafkaMessage {
    let archive = try opener.open(letter.record, context: DeadLetterStore.sealingContext)
    guard
      let record = RecordArchive.decode(
        archive, topic: topic, partition: letter.partition, offset: letter.offset)
    else { throw UnreadableDeadLetter(id: letter.id) }
    return record
  }

  /// Gives a parked or waiting message up; the messages behind it may go on with the next redrive.
  /// - Returns: false when there is no such message held.
  public func discard(_ id: Int64, by actor: String, reason: String) async throws -> Bool {
    try await pool.withTransaction { connection in
      let row = try await connection.query(
        "select topic, ordering_key from dead_letter where id = \(id) and state in ('parked', 'waiting')",
        as: (String, String).self
      ).first
      guard let row else { return false }
      try await DeadLetterStore.lock(key: row.1, topic: row.0, on: connection)
      try await DeadLetterStore.settle([id], as: .discarded, on: connection)
      let work = UnitOfWork(connection: connection, context: self.context, now: self.context.clock.now)
      work.record(
        AuditEntry(
          actor: actor, action: "dead-letter.discarded", subject: String(id), cause: reason,
          detail: Array(#"{"topic":"\#(row.0)"}"#.utf8)))
      try await work.flush()
      return true
    }
  }
}
