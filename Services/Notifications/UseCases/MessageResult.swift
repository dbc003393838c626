import Contracts
import FoundationEssentials

/// What one attempt at a message came to.
struct MessageResult: Sendable {
  let message: MessageRow
  /// By which channel it went, or would have.
  let channel: ContactChannel
  /// How many attempts were made, this one included.
  let attempts: Int
  /// The proof, when it was sent.
  var receipt: ChannelReceipt?
  /// Why it was not, for the contract.
  var reason: DeliveryFailure?
  /// The same in the channel's word.
  var failure: String?
  /// How long to wait for the next attempt; nil when there is none.
  var wait: Duration?

  /// What the world is told; nil while it waits.
  /// - Parameter now: real time.
  func event(at now: Date) -> (any EventPayload)? {
    if let receipt {
      return NotificationDelivered(
        messageId: message.id, at: now, channel: channel, attempts: attempts, petitionId: message.petitionId,
        contact: message.contact, proof: receipt.proof, proofSha256: receipt.sha256)
    }
    guard wait == nil else { return nil }
    return NotificationFailed(
      messageId: message.id, at: now, channel: channel, attempts: attempts, petitionId: message.petitionId,
      contact: message.contact, reason: reason ?? .unreachable, detail: failure)
  }
}
