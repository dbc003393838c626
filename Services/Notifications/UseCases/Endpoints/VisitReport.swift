import FoundationEssentials

/// What was done on one visit, before anybody has judged it.
struct VisitReport: Sendable {
  let endpoint: EndpointLease
  /// In the order in which they ended.
  let attempts: [DeliveryAttempt]
  /// When the next request may begin, by the pace of the endpoint.
  let nextSlot: Date?
}
