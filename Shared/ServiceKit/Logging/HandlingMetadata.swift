import Contracts
import Logging
import Messaging
import Tracing

/// What every log line says of the task that wrote it: `trace`, and the `event` that is being handled with the hash of its
/// `subject`.
enum HandlingMetadata {
  static let provider = Logger.MetadataProvider {
    guard let context = ServiceContext.current else { return [:] }
    var metadata: Logger.Metadata = [:]
    if let trace = context.traceParent { metadata["trace"] = "\(trace.traceID)" }
    if let handled = context.handled {
      metadata["event"] = "\(handled.id)"
      if let subject = handled.subjectHash { metadata["subject"] = "\(subject)" }
    }
    return metadata
  }
}
