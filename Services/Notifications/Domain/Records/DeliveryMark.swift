import FoundationEssentials

/// A place in a list of deliveries: the keys of the last one seen.
struct DeliveryMark: Sendable, Equatable {
  let madeAt: Date
  let ordinal: Int64
}
