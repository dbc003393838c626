import Contracts
import FoundationEssentials
import Kafka
import Postgres

@testable import Scoring

extension Desk {
  /// An event as it waits in the outbox, with what its headers say.
  struct Envelope: Sendable {
    let key: String
    let type: String
    let sequence: Int64
    let data: JSON
  }

  /// What was put on the topic of scores, in order.
  func envelopes() async throws -> [Envelope] {
    let rows = try await pool.query(
      "select key, headers, payload from outbox where topic = 'scores' order by id", as: (String, [UInt8], [UInt8]).self
    )
    return try rows.map { row in
      let headers = KafkaHeaderBlock(validating: row.1)?.headers ?? []
      func text(_ name: String) -> String {
        String(decoding: headers.first { $0.name == name }?.value ?? [], as: UTF8.self)
      }
      return Envelope(
        key: row.0, type: text("ce_type"), sequence: Int64(text("ce_sequence")) ?? -1,
        data: try JSON(parsing: row.2))
    }
  }

  /// The events of one type on the topic of scores, in order.
  func told<Event: EventPayload>(_ type: Event.Type) async throws -> [Event] {
    try await envelopes().filter { $0.type == Event.type.rawValue }.map { try Event(json: $0.data) }
  }

  /// The numbers of the events of a key, in order.
  func sequences(of key: String) async throws -> [Int64] {
    try await envelopes().filter { $0.key == key }.map(\.sequence)
  }
}
