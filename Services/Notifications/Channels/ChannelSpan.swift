import Contracts
import Messaging
import Tracing

/// The span of one attempt to reach an addressee by a channel. Nothing in it says whom.
struct ChannelSpan: Sendable {
  private let span: any Span

  /// Nil when nothing is traced.
  init?(of draft: MessageDraft, by channel: ContactChannel, tracer: (any Tracer)?) {
    guard let tracer else { return nil }
    // The inbox is a table of our own.
    span = tracer.startSpan(
      "send \(channel.rawValue)", context: .continuing(draft.cause.traceParent),
      ofKind: channel == .inbox ? .internal : .client)
    guard span.isRecording else { return }
    span.updateAttributes { attributes in
      attributes["ecoredress.channel"] = channel.rawValue
      attributes["ecoredress.message.id"] = draft.id.lowercased
      attributes["ecoredress.message.template"] = draft.template
    }
  }

  func end(_ error: ChannelError?) {
    if let error {
      span.attributes["error.type"] = error.code
      span.setStatus(SpanStatus(code: .error))
    }
    span.end()
  }
}
