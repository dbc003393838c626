internal import CLibpq
internal import Logging

/// Takes the server's notices, which libpq would otherwise print to standard error.
final class NoticeSink {
  private let logger: Logger

  init(logger: Logger) { self.logger = logger }

  /// Installs the sink; it must outlive the connection.
  func install(on connection: OpaquePointer) {
    let address = Unmanaged.passUnretained(self).toOpaque()
    _ = PQsetNoticeReceiver(
      connection,
      { argument, result in
        guard let argument, let message = PQresultErrorMessage(result) else { return }
        let sink = Unmanaged<NoticeSink>.fromOpaque(argument).takeUnretainedValue()
        sink.logger.debug("notice from the database", metadata: ["notice": "\(String(cString: message).trimmed)"])
      },
      address)
  }
}
