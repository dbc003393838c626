public import Kafka
internal import FoundationEssentials
internal import Postgres
internal import Sealing

extension DeadLetters {
  /// The newest dead letters, at most `limit`.
  public func list(_ filter: DeadLetterFilter, limit: Int) async throws -> [DeadLetter] {
    try await pool.query(
      """
      select l.id, l.topic, l.partition, l.record_offset, l.ordering_key, l.state, l.code, l.field, l.message, l.attempts,
        l.made_at, l.settled_at
      from dead_letter l where \(filter.condition) order by l.id desc limit \(limit)
      """,
      as: (Int64, String, Int32, Int64, String, String, String, String?, String, Int, Date, Date?).self
    ).compactMap { row in
      guard let state = DeadLetterState(rawValue: row.5) else { return nil }
      return DeadLetter(
        id: row.0, topic: row.1, partition: row.2, offset: row.3, orderingKey: row.4, state: state, code: row.6,
        field: row.7, message: row.8, attempts: row.9, madeAt: row.10, settledAt: row.11)
    }
  }

  /// One of them; nil when there is none of this id.
  public func find(_ id: Int64) async throws -> DeadLetter? {
    try await pool.query(
      """
      select topic, partition, record_offset, ordering_key, state, code, field, message, attempts, made_at, settled_at
      from dead_letter where id = \(id)
      """, as: (String, Int32, Int64, String, String, String, String?, String, Int, Date, Date?).self
    ).first.flatMap { row in
      DeadLetterState(rawValue: row.4).map { state in
        DeadLetter(
          id: id, topic: row.0, partition: row.1, offset: row.2, orderingKey: row.3, state: state, code: row.5,
          field: row.6, message: row.7, attempts: row.8, madeAt: row.9, settledAt: row.10)
      }
    }
  }

  /// Whether the key that the record was sealed for is here: without it a redrive can only fail. Nothing of the record is
  /// told.
  public func canOpen(_ id: Int64) async throws -> Bool {
    let row = try await pool.query(
      "select topic, partition, record_offset, record from dead_letter where id = \(id)",
      as: (String, Int32, Int64, [UInt8]).self
    ).first
    guard let row else { return false }
    do {
      _ = try record((id: id, partition: row.1, offset: row.2, record: row.3), topic: row.0)
    } catch let error as SealingError where error.code == .notForUs {
      return false
    }
    return true
  }

  /// The record itself, which may name a petitioner: who looks at it, and why, goes into the audit trail first.
  /// - Returns: nil when there is none of this id.
  /// - Throws: what keeps it from being opened, such as a key that is not here.
  public func contents(of id: Int64, by actor: String, reason: String) async throws -> KafkaMessage? {
    try await pool.withTransaction { connection in
      let row = try await connection.query(
        "select topic, partition, record_offset, record from dead_letter where id = \(id)",
        as: (String, Int32, Int64, [UInt8]).self
      ).first
      guard let row else { return nil }
      let record = try self.record((id: id, partition: row.1, offset: row.2, record: row.3), topic: row.0)
      let work = UnitOfWork(connection: connection, context: self.context, now: self.context.clock.now)
      work.record(AuditEntry(actor: actor, action: "dead-letter.opened", subject: String(id), cause: reason))
      try await work.flush()
      return record
    }
  }
}
