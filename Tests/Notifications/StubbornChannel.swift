import Support

@testable import Notifications

/// A channel that fails as often as told, then delivers; keeps what it was given.
struct StubbornChannel: Channel {
  let failures: Remembered<[ChannelError]>
  let sent = Remembered<[OutgoingMessage]>([])

  init(failing failures: [ChannelError]) {
    self.failures = Remembered(failures)
  }

  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt {
    let failure = failures.value.first
    failures.change { if !$0.isEmpty { $0.removeFirst() } }
    if let failure { throw failure }
    sent.change { $0.append(message) }
    return ChannelReceipt(proof: "kept", sha256: String(repeating: "0", count: 64))
  }
}
