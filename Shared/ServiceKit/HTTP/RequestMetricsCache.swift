import Metrics
import Synchronization

/// The metrics of each combination of route, method and status, made once.
final class RequestMetricsCache: Sendable {
  struct Entry: Sendable {
    let count: Counter
    let time: Metrics.Timer
  }

  private struct Key: Hashable {
    let route: String
    let method: String
    let status: Int
  }

  /// Requests being handled now.
  let active: Meter
  private let factory: any MetricsFactory
  private let entries = Mutex<[Key: Entry]>([:])

  init(factory: any MetricsFactory) {
    self.factory = factory
    active = Meter(label: "http_requests_active", factory: factory)
  }

  func metrics(route: String, method: String, status: Int) -> Entry {
    // A method is any token of the caller's choice; what no route knows is one.
    let method = Self.methods.contains(method) ? method : "OTHER"
    let key = Key(route: route, method: method, status: status)
    return entries.withLock { entries in
      if let entry = entries[key] { return entry }
      let entry = Entry(
        count: Counter(
          label: "http_requests",
          dimensions: [("route", route), ("method", method), ("status", String(status))], factory: factory),
        time: Metrics.Timer(
          label: "http_request_duration", dimensions: [("route", route), ("method", method)], factory: factory))
      entries[key] = entry
      return entry
    }
  }

  static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
}
