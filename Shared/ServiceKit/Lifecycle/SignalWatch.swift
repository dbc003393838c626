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
    let registered = DispatchGroup()
    // Until Dispatch has its own handler in place a signal ends the process, as it ends every program that has not begun.
    // Ignored meanwhile, as elsewhere than on Linux, it would be lost, and whoever sent it would wait.
    sources = numbers.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: response.queue)
      source.setEventHandler { response.receive(number) }
      registered.enter()
      source.setRegistrationHandler { registered.leave() }
      source.activate()
      return source
    }
    registered.wait()
  }

  /// Stops watching and gives the signals their usual meaning back.
  func cancel() {
    response.cancel()
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }
}
