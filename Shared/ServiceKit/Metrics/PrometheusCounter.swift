import Metrics
import Synchronization

/// A number that only grows.
final class PrometheusCounter: PrometheusSeries, CounterHandler, FloatingPointCounterHandler {
  private let whole = Atomic<Int64>(0)
  private let fraction = Mutex<Double>(0)

  /// A negative amount is ignored: Prometheus would take it for a restart.
  func increment(by amount: Int64) {
    guard amount > 0 else { return }
    whole.wrappingAdd(amount, ordering: .relaxed)
  }

  /// A negative amount is ignored: Prometheus would take it for a restart.
  func increment(by amount: Double) {
    guard amount > 0, amount.isFinite else { return }
    fraction.withLock { $0 += amount }
  }

  func reset() {
    whole.store(0, ordering: .relaxed)
    fraction.withLock { $0 = 0 }
  }

  func write(name: String, labels: String, to text: inout String) {
    let value = Double(whole.load(ordering: .relaxed)) + fraction.withLock { $0 }
    Self.sample(name, labels, value, to: &text)
  }
}
