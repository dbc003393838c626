import Contracts
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Brings spans to the collector, batch by batch, beside the work and never in its way.
///
/// A collector that is away or busy is asked again, ever more rarely; a batch that is still here after that is given up,
/// since fresh spans are worth more. What has ended when the service ends is exported still, for a short time.
struct SpanExporter: Service {
  struct Pace: Sendable {
    /// The most spans of one request.
    var batch = 512
    /// How often the buffer is looked at when it is not full of work.
    var interval = Duration.seconds(1)
    /// The first wait before a batch is sent again; it doubles each time.
    var backoff = Duration.seconds(1)
    /// The longest, whatever the collector asks for.
    var longestBackoff = Duration.seconds(60)
    /// How often one batch is sent before it is given up.
    var attempts = 6
    /// How long the last spans may take when the service ends.
    var farewell = Duration.seconds(3)
  }

  let buffer: SpanBuffer
  let resource: TraceResource
  let collector: OTLPCollector
  var pace = Pace()
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        if buffer.count < pace.batch { try? await Task.sleep(for: pace.interval) }
        await exportAll()
      }
    }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await exportAll() }
      group.addTask { try? await Task.sleep(for: pace.farewell) }
      await group.next()
      group.cancelAll()
    }
    buffer.lose(buffer.take(upTo: .max).count, .unreachable)
    await collector.close()
  }

  /// Exports until nothing is left, or this task is cancelled.
  private func exportAll() async {
    while !Task.isCancelled {
      let batch = buffer.take(upTo: pace.batch)
      guard !batch.isEmpty else { return }
      await export(batch)
    }
  }

  private func export(_ batch: [FinishedSpan]) async {
    let body = OTLPTraces.request(batch, resource: resource).bytes
    var wait = pace.backoff
    for attempt in 1...max(1, pace.attempts) {
      switch await collector.post(body) {
      case .taken(let refused):
        buffer.exported(max(0, batch.count - refused))
        return buffer.lose(min(refused, batch.count), .refused)
      case .refused(let reason):
        logger.warning(
          "the trace collector refuses spans", metadata: ["reason": "\(reason)", "spans": "\(batch.count)"])
        return buffer.lose(batch.count, .refused)
      case .later(let asked, let reason):
        if attempt == 1 { logger.notice("the trace collector takes no spans now", metadata: ["reason": "\(reason)"]) }
        let pause = min(asked ?? wait * Double.random(in: 0.8...1.2), pace.longestBackoff)
        wait = min(wait * 2, pace.longestBackoff)
        if attempt < pace.attempts { try? await Task.sleep(for: pause) }
        if Task.isCancelled { return buffer.putBack(batch) }
      }
    }
    buffer.lose(batch.count, .unreachable)
  }
}
