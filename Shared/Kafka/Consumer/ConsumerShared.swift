import CLibrdkafka
import Synchronization

/// What the polling thread shares with the rest of the process.
final class ConsumerShared: Sendable {
  private struct State {
    var client: ClientHandle?
    var isStopping = false
    var isToAskAgain = false
    var status = KafkaConsumerStatus()
  }

  let mailbox = Mailbox()
  private let state: Mutex<State>

  init(client: ClientHandle) {
    state = Mutex(State(client: client))
  }

  var client: ClientHandle? { state.withLock { $0.client } }

  /// Gives the client up; its last user destroys it.
  func takeClient() -> ClientHandle? {
    state.withLock { state in
      defer { state.client = nil }
      return state.client
    }
  }

  var isStopping: Bool { state.withLock { $0.isStopping } }

  /// Tells the thread to finish and interrupts its poll.
  func stop() {
    let client = state.withLock { state in
      state.isStopping = true
      return state.client
    }
    interruptPoll(of: client)
  }

  /// Tells the thread to ask for positions anew and interrupts its poll.
  func askAgain() {
    let client = state.withLock { state in
      state.isToAskAgain = true
      return state.client
    }
    interruptPoll(of: client)
  }

  /// Whether positions are to be asked for anew; answers true once for each time that somebody wished it.
  func takeAskAgain() -> Bool {
    state.withLock { state in
      defer { state.isToAskAgain = false }
      return state.isToAskAgain
    }
  }

  private func interruptPoll(of client: ClientHandle?) {
    guard let client else { return }
    withExtendedLifetime(client) {
      guard let queue = rd_kafka_queue_get_consumer(client.pointer) else { return }
      rd_kafka_queue_yield(queue)
      rd_kafka_queue_destroy(queue)
    }
  }

  var status: KafkaConsumerStatus { state.withLock { $0.status } }

  func update(_ change: (inout KafkaConsumerStatus) -> Void) {
    state.withLock { change(&$0.status) }
  }
}
