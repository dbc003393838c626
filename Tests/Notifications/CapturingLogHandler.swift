import Logging
import Support

/// Keeps every line with its metadata.
struct CapturingLogHandler: LogHandler {
  let lines: Remembered<[String]>
  var logLevel = Logger.Level.trace
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let line = "\(event.message) \(event.metadata ?? [:]) \(metadata)"
    lines.change { $0.append(line) }
  }
}
