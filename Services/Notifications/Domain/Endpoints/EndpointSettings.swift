/// How an agency wants its deliveries.
struct EndpointSettings: Sendable, Equatable {
  /// What may be asked for.
  static let concurrencies = 1...32
  static let rates = 1...60_000

  var order = DeliveryOrder.none
  var mode = ContentMode.structured
  /// The most requests in flight at once.
  var concurrency = 4
  /// The most requests a minute, spread evenly; nil for no limit.
  var perMinute: Int?

  /// The pace to keep.
  /// - Parameter allowed: what the endpoint itself allowed when it was verified.
  func rate(allowed: Int?) -> Int? {
    guard let perMinute else { return allowed }
    return min(perMinute, allowed ?? perMinute)
  }
}
