import Contracts
import Messaging
import Tracing

/// The span of one attempt at an endpoint, a child of the event's own.
///
/// It names the endpoint by its host and its id; path and query of the address may hold the agency's secrets.
struct WebhookSpan: Sendable {
  private let span: any Span

  /// Nil when nothing is traced.
  init?(of delivery: DueDelivery, at endpoint: EndpointLease, tracer: (any Tracer)?) {
    guard let tracer else { return nil }
    let parent = (try? JSON(parsing: delivery.body))?["traceparent"]?.string.flatMap { TraceParent($0) }
    span = tracer.startSpan("POST webhook", context: .continuing(parent), ofKind: .client)
    guard span.isRecording else { return }
    let url = try? WebhookURL(endpoint.url, allowsPrivate: true)
    span.updateAttributes { attributes in
      attributes["http.request.method"] = "POST"
      attributes["server.address"] = url?.host
      attributes["server.port"] = url?.port
      attributes["http.request.resend_count"] = delivery.attempts
      attributes["cloudevents.event_type"] = delivery.type
      attributes["ecoredress.webhook.id"] = delivery.id.lowercased
      attributes["ecoredress.endpoint.id"] = endpoint.id.lowercased
    }
  }

  /// What the agency is told.
  var trace: TraceParent? { span.context.traceParent }

  /// - Parameter verdict: nil when the process ended meanwhile.
  func end(_ verdict: WebhookVerdict?) {
    span.attributes["http.response.status_code"] = verdict?.status
    if let failure = verdict.map({ $0.failure }) ?? "interrupted" {
      span.attributes["error.type"] = verdict?.status.map(String.init) ?? failure
      span.setStatus(SpanStatus(code: .error, message: failure))
    }
    span.end()
  }
}
