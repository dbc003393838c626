import Dispatch
import Glibc

/// Hands signals to a response until it is cancelled.
struct SignalWatch {
  private let response: SignalResponse
  private let numbers: [Int32]
  private let sources: [any DispatchSourceSignal]

  init(_ numbers: [Int32], _ response: SignalResponse) {
    self.response = response
    self.numbers = numbers
    sources = numbers.map { number in
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
    for number in numbers { signal(number, SIG_DFL) }
  }
}
