internal import FoundationEssentials

/// An event as it waits in the outbox.
struct OutboxRow: Sendable {
  let id: Int64
  /// The logical name.
  let topic: String
  let key: String
  let eventID: UUID
  let headers: [UInt8]
  let payload: [UInt8]?
}
