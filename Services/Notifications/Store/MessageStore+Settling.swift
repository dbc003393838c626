import Contracts
import FoundationEssentials
import Postgres

extension MessageStore {
  /// Writes what became of messages, and lets the next of their petitions go. The petitions must be locked.
  ///
  /// The sealed contact data of what is settled are deleted: nobody will need them again.
  static func settle(_ results: [MessageResult]) -> [SQL] {
    let settled = results.filter { $0.wait == nil }
    let waiting = results.filter { $0.wait != nil }
    var statements: [SQL] = []
    if !settled.isEmpty {
      statements.append(
        """
        update message m set status = n.status, attempts = n.attempts, due_at = null, lease = null,
          leased_until = null, sealed = null, settled_at = clock_timestamp(), channel = n.channel, proof = n.proof,
          proof_sha256 = n.sha256, last_failure = n.failure
        from unnest(\(settled.map(\.message.id)), \(settled.map { $0.receipt == nil ? "failed" : "delivered" }),
          \(settled.map { Int32($0.attempts) }), \(settled.map(\.channel.rawValue)), \(settled.map { $0.receipt?.proof }),
          \(settled.map { $0.receipt?.sha256 }), \(settled.map(\.failure)))
          as n(id, status, attempts, channel, proof, sha256, failure)
        where m.id = n.id
        """)
      statements.append(
        """
        update message m set due_at = clock_timestamp()
        from (
          select distinct on (petition_id) id from message
          where petition_id = any(\(settled.map(\.message.petitionId))) and status = 'pending'
          order by petition_id, ordinal) head
        where m.id = head.id and m.due_at is null
        """)
    }
    if !waiting.isEmpty {
      statements.append(
        """
        update message m set attempts = n.attempts, lease = null, leased_until = null, last_failure = n.failure,
          due_at = clock_timestamp() + make_interval(secs => n.seconds)
        from unnest(\(waiting.map(\.message.id)), \(waiting.map { Int32($0.attempts) }), \(waiting.map(\.failure)),
          \(waiting.map { ($0.wait ?? .zero).inSeconds })) as n(id, attempts, failure, seconds)
        where m.id = n.id
        """)
    }
    return statements
  }

  /// Writes how many events the petitions have had.
  static func count(_ sequences: [UUID: Int64]) -> SQL {
    """
    update correspondence c set sequence = n.sequence
    from unnest(\(Array(sequences.keys)), \(Array(sequences.values))) as n(id, sequence) where c.petition_id = n.id
    """
  }
}
