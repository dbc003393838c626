public import Metrics
import Synchronization

/// The metrics of one process, behind swift-metrics and written in the Prometheus text format 0.0.4.
///
/// - Counters end in `_total`, timers in `_seconds` (histograms); meters and plain recorders are gauges; recorders
///   that aggregate are histograms of counts.
/// - A family holds at most `maximumSeries` series: a label that turns out to be unbounded must not fill the memory.
///   What is beyond is counted together under `overflow="true"`, and `metrics_series_overflowed_total` says so.
/// - A name used for two kinds keeps the first; the second is measured and thrown away, and
///   `metrics_kind_conflicts_total` says so.
public final class PrometheusRegistry: MetricsFactory {
  /// The media type of ``text()``.
  public static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  private struct State {
    var families: [String: PrometheusFamily] = [:]
    var help: [String: String] = [:]
    var bounds: [String: [Double]] = [:]
    var overflowed: Int64 = 0
    var conflicts: Int64 = 0
  }

  private let state = Mutex(State())
  private let maximumSeries: Int

  /// - Parameter maximumSeries: the most series of one family, without the one for what is beyond.
  public init(maximumSeries: Int = 500) {
    self.maximumSeries = max(1, maximumSeries)
  }

  /// Says what a metric means; shown as its `HELP`.
  /// - Parameters:
  ///   - label: as given to swift-metrics.
  ///   - bounds: ascending upper bounds for a histogram; nil keeps the standard ones. Only series made afterwards
  ///     have them.
  public func describe(_ label: String, _ help: String, bounds: [Double]? = nil) {
    state.withLock { state in
      let name = MetricName.metric(label)
      state.help[name] = help
      if let bounds { state.bounds[name] = bounds.sorted() }
    }
  }

  /// Everything measured, and the process itself.
  public func text() -> String {
    let state = state.withLock { $0 }
    var text = ""
    for (name, family) in state.families.sorted(by: { $0.key < $1.key }) { family.write(name: name, to: &text) }
    Self.write(
      "metrics_series_overflowed_total", "Series refused because their family was full", state.overflowed, &text)
    Self.write(
      "metrics_kind_conflicts_total", "Metrics refused because their name has another kind", state.conflicts, &text)
    ProcessMetrics.write(to: &text)
    return text
  }

  private static func write(_ name: String, _ help: String, _ value: Int64, _ text: inout String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) counter\n\(name) \(value)\n"
  }
}

extension PrometheusRegistry {
  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, suffix: "_total", .counter, dimensions) { _ in PrometheusCounter() }
  }

  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(label, suffix: "_total", .counter, dimensions) { _ in PrometheusCounter() }
  }

  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, suffix: "", .gauge, dimensions) { _ in PrometheusGauge() }
  }

  public func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    guard aggregate else { return series(label, suffix: "", .gauge, dimensions) { _ in PrometheusGauge() } }
    return series(label, suffix: "", .histogram, dimensions) { bounds in
      PrometheusHistogram(bounds: bounds ?? PrometheusHistogram.counts)
    }
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, suffix: "_seconds", .histogram, dimensions) { bounds in
      PrometheusHistogram(bounds: bounds ?? PrometheusHistogram.seconds)
    }
  }

  public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }

  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }

  public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }

  public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }

  public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

  /// The series of these labels: the one that exists, or a new one while the family has room.
  private func series<Series: PrometheusSeries>(
    _ label: String, suffix: String, _ kind: PrometheusFamily.Kind, _ dimensions: [(String, String)],
    make: ([Double]?) -> Series
  ) -> Series {
    let name = MetricName.metric(label, suffix: suffix)
    var labels = PrometheusLabels(dimensions)
    return state.withLock { state in
      let described = MetricName.metric(label)
      let bounds = state.bounds[described] ?? state.bounds[name]
      var family = state.families[name] ?? PrometheusFamily(kind: kind)
      family.help = family.help ?? state.help[described] ?? state.help[name]
      guard family.kind == kind else {
        state.conflicts += 1
        return make(bounds)
      }
      if family.series[labels] == nil, family.series.count >= maximumSeries {
        state.overflowed += 1
        labels = .overflow
      }
      if let existing = family.series[labels] as? Series { return existing }
      let series = make(bounds)
      family.series[labels] = series
      state.families[name] = family
      return series
    }
  }

  private func remove(_ handler: any AnyObject) {
    state.withLock { state in
      for (name, family) in state.families {
        guard let labels = family.series.first(where: { $0.value === handler })?.key else { continue }
        state.families[name]?.series[labels] = nil
        if state.families[name]?.series.isEmpty == true { state.families[name] = nil }
        return
      }
    }
  }
}
