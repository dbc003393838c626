import FoundationEssentials

/// A delivery of an event to an endpoint as staff see it.
struct DeliveryRecord: Sendable {
  /// The `webhook-id` of every attempt.
  let id: UUID
  let ordinal: Int64
  let endpoint: UUID
  let agency: String
  let type: String
  let subject: String
  let status: DeliveryStatus
  let attempts: Int
  let madeAt: Date
  let dueAt: Date?
  let settledAt: Date?
  let lastStatus: Int32?
  let lastFailure: String?

  var mark: DeliveryMark { DeliveryMark(madeAt: madeAt, ordinal: ordinal) }
}
