import Dispatch
import Synchronization

/// What the polling thread asks of the task that runs the consumer.
enum ConsumerRequest: Sendable {
  case positions([KafkaPartition], Reply<Result<[KafkaPartition: KafkaStart], any Error>>)
  case handle([KafkaMessage], Reply<KafkaBatchOutcome>)
  case revoked([KafkaPartition], lost: Bool, Reply<Void>)
  /// The thread is done; nothing follows.
  case ended(KafkaError?)
}

/// An answer that a thread waits for.
final class Reply<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let answered = DispatchSemaphore(value: 0)

  func answer(_ answer: Value) {
    value.withLock { $0 = answer }
    answered.signal()
  }

  /// The answer, or nil if none came in time. To be taken once.
  func wait(_ time: Duration) -> Value? {
    guard answered.wait(timeout: .now() + time.dispatch) == .success else { return nil }
    return value.withLock { $0 }
  }
}

/// Hands requests from a thread to a task, one at a time. Deaf to cancellation: the thread always gets its answer.
final class Mailbox: Sendable {
  private struct State {
    var request: ConsumerRequest?
    var waiter: CheckedContinuation<ConsumerRequest, Never>?
  }

  private let state = Mutex(State())

  func post(_ request: ConsumerRequest) {
    let waiter = state.withLock { state in
      defer { state.waiter = nil }
      if state.waiter == nil { state.request = request }
      return state.waiter
    }
    waiter?.resume(returning: request)
  }

  func next() async -> ConsumerRequest {
    await withCheckedContinuation { continuation in
      let request = state.withLock { state in
        defer { state.request = nil }
        if state.request == nil { state.waiter = continuation }
        return state.request
      }
      if let request { continuation.resume(returning: request) }
    }
  }
}
