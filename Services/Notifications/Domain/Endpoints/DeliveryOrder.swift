/// Whether the deliveries of an endpoint keep an order.
enum DeliveryOrder: String, Sendable, CaseIterable {
  /// Each goes when its turn comes: one that fails holds up no other.
  case none
  /// Those of one subject go one after the other, and one that fails holds up those behind it.
  case subject
}
