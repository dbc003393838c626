internal import Contracts
internal import Crypto
internal import FoundationEssentials
internal import Postgres

/// The inbox of event ids: keeps away what a producer sent twice.
enum InboxStore {
  /// The inbox's id of an event: the first 128 bits of SHA-256 over source and id.
  static func id(of event: CloudEvent) -> UUID {
    var hash = SHA256()
    hash.update(data: Array(event.source.utf8))
    hash.update(data: [0])
    hash.update(data: Array(event.id.utf8))
    var bytes = Array(hash.finalize().prefix(16))[...]
    func next() -> UInt8 { bytes.popFirst() ?? 0 }
    return UUID(
      uuid: (
        next(), next(), next(), next(), next(), next(), next(), next(), next(), next(), next(), next(), next(), next(),
        next(), next()
      ))
  }

  /// Takes the messages' ids in; answers the messages that are new, in order.
  static func take(
    _ messages: [InboundMessage], on connection: PostgresConnection
  ) async throws -> [InboundMessage] {
    var seen: Set<UUID> = []
    var candidates: [(id: UUID, message: InboundMessage)] = []
    for message in messages {
      let id = id(of: message.event)
      if seen.insert(id).inserted { candidates.append((id, message)) }
    }
    guard !candidates.isEmpty else { return [] }
    let new: [UUID] = try await connection.query(
      "select * from inbox_take(\(candidates.map(\.id)))", as: UUID.self)
    let fresh: Set<UUID> = Set(new)
    return candidates.filter { fresh.contains($0.id) }.map(\.message)
  }
}
