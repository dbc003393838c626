import FoundationEssentials

/// Which deliveries of webhooks a list shows, the latest first. Filters narrow each other.
struct DeliveryFilter: Sendable {
  var endpoint: UUID?
  var status: DeliveryStatus?
  var type: String?
  var subject: String?
  /// When they came in, in real time.
  var from: Date?
  var before: Date?
  var after: DeliveryMark?
  var limit = 50
}
