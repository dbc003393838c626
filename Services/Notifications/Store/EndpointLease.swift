import FoundationEssentials

/// An endpoint that one worker has for a while.
struct EndpointLease: Sendable {
  let id: UUID
  let url: String
  /// The sealed key.
  let secret: [UInt8]
  let lease: UUID
}
