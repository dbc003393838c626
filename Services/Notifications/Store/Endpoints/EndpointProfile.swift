import FoundationEssentials

/// How an endpoint is served, as its agency sees it.
struct EndpointProfile: Sendable {
  let settings: EndpointSettings
  /// When it said that it wants our events; nil when it has not, at the URL it has now.
  let verifiedAt: Date?
  /// The most requests a minute it allowed then.
  let allowedPerMinute: Int?
  let health: EndpointHealth
  /// Counts what people changed.
  let version: Int64
}
