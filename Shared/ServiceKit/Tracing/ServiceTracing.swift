import FoundationEssentials
import Logging

/// The tracing of a running service: what begins spans, and what exports them.
struct ServiceTracing: Sendable {
  let tracer: ServiceTracer
  let exporter: SpanExporter

  /// Nil when there is no collector: nothing is traced then.
  init?(_ configuration: TracingConfiguration, service: String, logger: Logger) {
    guard let endpoint = configuration.endpoint else { return nil }
    let buffer = SpanBuffer()
    tracer = ServiceTracer(sampler: TraceSampler(ratio: configuration.ratio), buffer: buffer)
    exporter = SpanExporter(
      buffer: buffer,
      resource: TraceResource(service: service, instance: UUID().uuidString, more: configuration.resource),
      collector: OTLPCollector(endpoint: endpoint, headers: configuration.headers), logger: logger)
  }
}
