import Metrics
import Synchronization

/// How values are spread: counts below given bounds, their sum and number.
final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
  /// Bounds in seconds for durations from a cached read to a stuck transaction; 50 ms is among them because the
  /// promise for a complaint is measured there.
  static let seconds: [Double] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
  ]

  /// Bounds for counts and sizes without a unit.
  static let counts: [Double] = [
    1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 100_000, 1_000_000, 10_000_000,
  ]

  private struct State {
    var buckets: [UInt64]
    var sum = 0.0
  }

  private let bounds: [Double]
  private let state: Mutex<State>

  /// - Parameter bounds: ascending upper bounds, without the infinite one.
  init(bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(State(buckets: Array(repeating: 0, count: bounds.count + 1)))
  }

  func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }

  func record(_ value: Int64) { observe(Double(value)) }

  func record(_ value: Double) { observe(value) }

  func reset() {
    state.withLock { $0 = State(buckets: Array(repeating: 0, count: bounds.count + 1)) }
  }

  private func observe(_ value: Double) {
    guard !value.isNaN else { return }
    let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
    state.withLock { state in
      state.buckets[bucket] += 1
      state.sum += value
    }
  }

  func write(name: String, labels: String, to text: inout String) {
    let state = state.withLock { $0 }
    let separator = labels.isEmpty ? "" : ","
    var count: UInt64 = 0
    for (index, bucket) in state.buckets.enumerated() {
      count += bucket
      let bound = index < bounds.count ? Self.number(bounds[index]) : "+Inf"
      Self.sample("\(name)_bucket", "\(labels)\(separator)le=\"\(bound)\"", Double(count), to: &text)
    }
    Self.sample("\(name)_sum", labels, state.sum, to: &text)
    Self.sample("\(name)_count", labels, Double(count), to: &text)
  }
}
