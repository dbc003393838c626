internal import Contracts
internal import Crypto
internal import FoundationEssentials
internal import Kafka
internal import Postgres
internal import Sealing

/// The dead letters' rows.
enum DeadLetterStore {
  typealias Sealed = (id: Int64, partition: Int32, offset: Int64, record: [UInt8])

  /// Binds a sealed record to where it lies.
  static let sealingContext = Array("dead-letter".utf8)

  static func insert(_ letters: [DeadLetterDraft], sealer: Sealer) throws -> SQL {
    var records: [[UInt8]] = []
    var digests: [[UInt8]] = []
    for letter in letters {
      let archive = RecordArchive.encode(letter.record)
      records.append(try sealer.seal(archive, context: sealingContext))
      digests.append(Array(SHA256.hash(data: letter.record.value ?? [])))
    }
    return """
      insert into dead_letter (topic, partition, record_offset, ordering_key, state, code, field, message, record,
        record_sha256)
      select * from unnest(\(letters.map(\.record.topic)), \(letters.map(\.record.partition)),
        \(letters.map(\.record.offset)), \(letters.map(\.orderingKey)), \(letters.map(\.state.rawValue)),
        \(letters.map(\.code)), \(letters.map(\.field)), \(letters.map(\.message)), \(records), \(digests))
      """
  }

  /// Which of these ordering keys are held, by a parked message or by an operator.
  static func held(keys: Set<String>, topic: String, on connection: PostgresConnection) async throws -> Set<String> {
    let keys = Array(keys)
    let rows = try await connection.query(
      """
      select ordering_key from dead_letter
      where state in ('parked', 'waiting') and topic = \(topic) and ordering_key = any(\(keys))
      union
      select ordering_key from inbound_pause where topic = \(topic) and ordering_key = any(\(keys))
      """, as: String.self)
    return Set(rows)
  }

  /// Locks a key against a redrive – or, taken by a redrive, against those that would add to its queue.
  static func lock(key: String, topic: String, on connection: PostgresConnection) async throws {
    _ = try await connection.execute(
      """
      select pg_advisory_xact_lock(
        hashtextextended(current_schema() || '.dead-letter.' || \(topic) || '.' || \(key), 0))
      """)
  }

  /// The queue of a key, oldest first, with the sealed records.
  static func queue(
    key: String, topic: String, on connection: PostgresConnection
  ) async throws -> [Sealed] {
    let rows = try await connection.query(
      """
      select id, partition, record_offset, record from dead_letter
      where state in ('parked', 'waiting') and topic = \(topic) and ordering_key = \(key)
      order by id
      """, as: (Int64, Int32, Int64, [UInt8]).self)
    return rows.map { (id: $0.0, partition: $0.1, offset: $0.2, record: $0.3) }
  }

  static func settle(_ ids: [Int64], as state: DeadLetterState, on connection: PostgresConnection) async throws {
    _ = try await connection.execute(
      "update dead_letter set state = \(state.rawValue), settled_at = now() where id = any(\(ids))")
  }

  /// Notes another failed attempt; what was waiting becomes the parked head when the one before it went through.
  static func fail(_ id: Int64, code: String, message: String, on connection: PostgresConnection) async throws {
    _ = try await connection.execute(
      """
      update dead_letter set state = 'parked', attempts = attempts + 1, code = \(code), message = \(message)
      where id = \(id)
      """)
  }
}
