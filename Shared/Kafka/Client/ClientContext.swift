import CLibrdkafka
import Logging
import Synchronization

/// What librdkafka's callbacks of one client may touch. It outlives the client (``ClientHandle``).
final class ClientContext: Sendable {
  /// A change of assignment, noted by the callback and carried out by the consumer's thread.
  enum Rebalance: Sendable {
    case assigned([KafkaPartition])
    case revoked([KafkaPartition], lost: Bool)
    case failed(KafkaError)
  }

  private struct State {
    var rebalances: [Rebalance] = []
    var lastError: KafkaError?
  }

  let logger: Logger
  let pacer = FetchPacer()
  private let state = Mutex(State())
  private let answerCount = Atomic<Int>(0)

  init(logger: Logger) {
    self.logger = logger
  }

  func note(_ rebalance: Rebalance) {
    state.withLock { $0.rebalances.append(rebalance) }
  }

  var hasRebalances: Bool { state.withLock { !$0.rebalances.isEmpty } }

  func takeRebalances() -> [Rebalance] {
    state.withLock { state in
      defer { state.rebalances = [] }
      return state.rebalances
    }
  }

  func note(_ error: KafkaError) {
    state.withLock { $0.lastError = error }
  }

  func takeLastError() -> KafkaError? {
    state.withLock { state in
      defer { state.lastError = nil }
      return state.lastError
    }
  }

  /// A broker has answered a fetch or a heartbeat.
  func noteAnswer() {
    answerCount.wrappingAdd(1, ordering: .relaxed)
  }

  /// How many fetches and heartbeats have been answered. More than before means that the brokers are there.
  var answers: Int { answerCount.load(ordering: .relaxed) }

  static func from(_ opaque: UnsafeMutableRawPointer?) -> ClientContext? {
    opaque.map { Unmanaged<ClientContext>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A line of librdkafka's log. Its levels are syslog's. What it calls an error is mostly a broker that went away
  /// and will be found again, so nothing is louder than a warning here: what must be told is thrown or in a status.
  func log(level: Int32, facility: String, text: String) {
    let level: Logger.Level =
      switch level {
      case _ where facility == "CONFWARN": .debug
      case ...4: .warning
      case 5: .notice
      case 6: .info
      default: .debug
      }
    logger.log(level: level, "\(text)", metadata: ["facility": "\(facility)"])
  }
}
