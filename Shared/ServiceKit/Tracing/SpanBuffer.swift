import Metrics
import Synchronization

/// Spans between their end and their export. It never waits: what finds it full is dropped and counted.
final class SpanBuffer: Sendable {
  /// Why spans were not exported.
  enum Loss: String, CaseIterable {
    /// More ended than the collector took.
    case full
    /// The collector was away, or busy, for too long.
    case unreachable
    /// The collector does not want them.
    case refused
  }

  private let capacity: Int
  private let spans = Mutex<[FinishedSpan]>([])
  private let exported: Counter
  private let dropped: [Loss: Counter]

  init(capacity: Int = 8_192, factory: (any MetricsFactory)? = nil) {
    self.capacity = capacity
    let factory = factory ?? MetricsSystem.factory
    exported = Counter(label: "ecoredress_trace_spans_exported_total", factory: factory)
    dropped = Dictionary(
      uniqueKeysWithValues: Loss.allCases.map { loss in
        (
          loss,
          Counter(
            label: "ecoredress_trace_spans_dropped_total", dimensions: [("reason", loss.rawValue)], factory: factory)
        )
      })
    // Both are there from the start: who watches them sees nothing rather than a gap.
    exported.increment(by: 0)
    for counter in dropped.values { counter.increment(by: 0) }
  }

  var count: Int { spans.withLock { $0.count } }

  func add(_ span: FinishedSpan) {
    let isKept = spans.withLock { spans in
      guard spans.count < capacity else { return false }
      spans.append(span)
      return true
    }
    if !isKept { lose(1, .full) }
  }

  /// Takes the oldest out.
  func take(upTo limit: Int) -> [FinishedSpan] {
    spans.withLock { spans in
      let taken = Array(spans.prefix(limit))
      spans.removeFirst(taken.count)
      return taken
    }
  }

  /// Puts back what could not be exported yet, as the oldest.
  func putBack(_ batch: [FinishedSpan]) {
    let lost = spans.withLock { spans in
      let room = max(0, capacity - spans.count)
      spans.insert(contentsOf: batch.suffix(room), at: 0)
      return max(0, batch.count - room)
    }
    lose(lost, .full)
  }

  func lose(_ count: Int, _ loss: Loss) {
    if count > 0 { dropped[loss]?.increment(by: count) }
  }

  func exported(_ count: Int) {
    if count > 0 { exported.increment(by: count) }
  }
}
