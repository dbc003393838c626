import Synchronization

/// The outcome of one `send`: resumed once, when every record has its report or the wait is over.
final class SendBatch: Sendable {
  private struct State {
    var deliveries: [KafkaDelivery?]
    var outstanding: Int
    var failure: KafkaError?
    var waiter: CheckedContinuation<Result<[KafkaDelivery], KafkaError>, Never>?
    var isOver = false
  }

  private let state: Mutex<State>

  init(count: Int) {
    state = Mutex(State(deliveries: Array(repeating: nil, count: count), outstanding: count))
  }

  /// Waits for the reports.
  func outcome() async -> Result<[KafkaDelivery], KafkaError> {
    await withCheckedContinuation { continuation in
      change { $0.waiter = continuation }
    }
  }

  /// A record's report.
  func report(_ index: Int, _ result: Result<KafkaDelivery, KafkaError>) {
    change { state in
      state.outstanding -= 1
      switch result {
      case .success(let delivery): state.deliveries[index] = delivery
      case .failure(let error): state.failure = state.failure ?? error
      }
    }
  }

  /// Records from `index` on were never queued.
  func refuse(from index: Int, _ error: KafkaError) {
    change { state in
      state.outstanding -= state.deliveries.count - index
      state.failure = state.failure ?? error
    }
  }

  /// Ends the wait whatever is outstanding.
  func giveUp(_ error: KafkaError) {
    change { state in
      state.failure = state.failure ?? error
      state.outstanding = 0
    }
  }

  private func change(_ body: (inout State) -> Void) {
    let resume = state.withLock { state -> (() -> Void)? in
      guard !state.isOver else { return nil }
      body(&state)
      guard state.outstanding <= 0, let waiter = state.waiter else { return nil }
      state.isOver = true
      state.waiter = nil
      let result: Result<[KafkaDelivery], KafkaError> =
        state.failure.map { .failure($0) } ?? .success(state.deliveries.compactMap { $0 })
      return { waiter.resume(returning: result) }
    }
    resume?()
  }
}

/// Which record of which `send` a delivery report is about; librdkafka carries it as the message's opaque.
final class DeliverySlot: Sendable {
  let batch: SendBatch
  let index: Int

  init(batch: SendBatch, index: Int) {
    self.batch = batch
    self.index = index
  }
}
