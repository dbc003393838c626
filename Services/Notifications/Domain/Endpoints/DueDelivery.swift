import FoundationEssentials

/// A delivery whose turn it is.
struct DueDelivery: Sendable {
  let id: UUID
  let subject: String
  /// How many attempts were made in all.
  let attempts: Int
  /// How many of them since it was last asked for: what the retry schedule counts.
  let round: Int
  /// How often it was asked for again.
  let replays: Int
  let type: String
  /// The event, in structured JSON.
  let body: [UInt8]
}
