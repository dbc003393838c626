import Contracts
import FoundationEssentials
import Postgres

extension MessageStore {
  /// Writes where messages stand after their turn, with every attempt, and lets the next of their lines go. The subjects
  /// must be locked.
  ///
  /// Sealed contact data that nobody will need again are deleted.
  static func settle(_ results: [MessageResult]) -> [SQL] {
    guard !results.isEmpty else { return [] }
    let attempts = results.flatMap { result in result.attempts.map { (result.message.id, $0) } }
    let left = results.filter { $0.end.wait == nil }.map(\.message.id)
    var statements = [standing(results)]
    if !attempts.isEmpty { statements.append(record(attempts)) }
    if !left.isEmpty {
      statements.append(
        """
        update message m set due_at = clock_timestamp()
        from (select distinct line from message where id = any(\(left))) l
        cross join lateral (
          select id, due_at from message where line = l.line and status = 'pending' order by ordinal limit 1) head
        where m.id = head.id and head.due_at is null
        """)
    }
    return statements
  }

  private static func standing(_ results: [MessageResult]) -> SQL {
    """
    update message m set status = n.status, position = n.position, channel_attempts = n.channel_attempts,
      attempts = n.attempts, channel = n.channel, lease = null, leased_until = null, taken_by = null,
      taken_until = null,
      due_at = clock_timestamp() + make_interval(secs => n.wait), sealed = case when n.keeps then m.sealed end,
      settled_at = case when n.status in ('delivered', 'failed') then clock_timestamp() end,
      proof = n.proof, proof_sha256 = n.sha256, last_failure = n.failure
    from unnest(\(results.map(\.message.id)), \(results.map(\.status)),
      \(results.map { Int16(clamping: $0.course.position) }), \(results.map { Int32(clamping: $0.course.channelAttempts) }),
      \(results.map { Int32(clamping: $0.course.attempts) }), \(results.map(\.channel.rawValue)), \(ends(results)))
      as n(id, status, position, channel_attempts, attempts, channel, wait, keeps, proof, sha256, failure)
    where m.id = n.id
    """
  }

  private static func ends(_ results: [MessageResult]) -> SQL {
    let waits = results.map(\.end.wait)
    let receipts = results.map(\.end.receipt)
    return """
      \(waits.map { $0?.inSeconds }), \(results.map(\.keepsContact)), \(receipts.map { $0?.proof }), \(receipts.map { $0?.sha256 }),
      \(results.map(\.failure))
      """
  }

  /// Writes attempts behind those that are on record.
  static func record(_ attempts: [(message: UUID, attempt: ChannelAttempt)]) -> SQL {
    """
    insert into message_attempt (message_id, number, channel, outcome, failure, proof, proof_sha256, actor, made_at)
    select n.id, coalesce((select max(number) from message_attempt a where a.message_id = n.id), 0)
        + row_number() over (partition by n.id order by n.place),
      n.channel, n.outcome, n.failure, n.proof, n.sha256, n.actor, n.made_at
    from unnest(\(attempts.map(\.message)), \(attempts.map(\.attempt.channel.rawValue)),
      \(attempts.map(\.attempt.outcome.rawValue)), \(attempts.map(\.attempt.failure)),
      \(attempts.map { $0.attempt.receipt?.proof }), \(attempts.map { $0.attempt.receipt?.sha256 }),
      \(attempts.map(\.attempt.actor)), \(attempts.map(\.attempt.at)))
      with ordinality as n(id, channel, outcome, failure, proof, sha256, actor, made_at, place)
    """
  }
}
