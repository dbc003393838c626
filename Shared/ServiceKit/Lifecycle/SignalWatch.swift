import Dispatch
import Glibc
import Logging

/// Watches SIGTERM and SIGINT until it is cancelled.
struct SignalWatch {
  private let response: SignalResponse
  private let sources: [any DispatchSourceSignal]

  private static let numbers = [SIGTERM, SIGINT]

  /// - Parameters:
  ///   - grace: the time from the first signal until the process ends, finished or not.
  ///   - shutdown: called once, at the first signal.
  init(logger: Logger, grace: Duration, shutdown: @escaping @Sendable () -> Void) {
    let response = SignalResponse(logger: logger, grace: grace, shutdown: shutdown)
    self.response = response
    sources = Self.numbers.map { number in
      // The default action would end the process before the source is told.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: response.queue)
      source.setEventHandler { response.receive(number) }
      source.activate()
      return source
    }
  }

  /// Stops watching and gives the signals their usual meaning back.
  func cancel() {
    response.cancel()
    for source in sources { source.cancel() }
    for number in Self.numbers { signal(number, SIG_DFL) }
  }
}
