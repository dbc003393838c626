import Support
import Synchronization

@testable import Notifications

/// A channel with two places that answers nobody until it is let go.
final class SlowChannel: Channel {
  private let isOpen = Remembered(false)

  var places: Int { 2 }

  func letGo() { isOpen.change { $0 = true } }

  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt {
    while !isOpen.value {
      do { try await Task.sleep(for: .milliseconds(10)) } catch { throw ChannelError("cancelled") }
    }
    return ChannelReceipt(proof: "late", sha256: String(repeating: "0", count: 64))
  }
}
