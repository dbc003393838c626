import Contracts
import FoundationEssentials
import Messaging

/// What became of a message to a petitioner.
struct Delivery: Sendable {
  let petitionId: UUID
  let contact: Int
  let messageId: UUID
  let outcome: ContactOutcome
  let channel: ContactChannel
  let attempts: Int
  let proof: String?
  let cause: Cause

  /// - Returns: nil for a message to somebody else than a petitioner.
  init?(_ message: InboundMessage) throws(ContractViolation) {
    switch message.event.type {
    case .notificationDelivered:
      let event = try message.event.decode(NotificationDelivered.self)
      guard let petitionId = event.petitionId, let contact = event.contact else { return nil }
      self.init(
        petitionId: petitionId, contact: contact, messageId: event.messageId, outcome: .delivered,
        channel: event.channel, attempts: event.attempts, proof: event.proof, cause: message.cause)
    default:
      let event = try message.event.decode(NotificationFailed.self)
      guard let petitionId = event.petitionId, let contact = event.contact else { return nil }
      let outcome: ContactOutcome =
        switch event.reason {
        case .declined: .declined
        case .noContactData: .noContactData
        case .unreadable, .rejected, .unreachable, .expired: .notReached
        }
      self.init(
        petitionId: petitionId, contact: contact, messageId: event.messageId, outcome: outcome,
        channel: event.channel, attempts: event.attempts, proof: event.reason.rawValue, cause: message.cause)
    }
  }

  init(
    petitionId: UUID, contact: Int, messageId: UUID, outcome: ContactOutcome, channel: ContactChannel, attempts: Int,
    proof: String?, cause: Cause
  ) {
    self.petitionId = petitionId
    self.contact = contact
    self.messageId = messageId
    self.outcome = outcome
    self.channel = channel
    self.attempts = attempts
    self.proof = proof
    self.cause = cause
  }
}
