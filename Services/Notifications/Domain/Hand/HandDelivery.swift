import Contracts
import FoundationEssentials

/// A message that waits for a member of staff: a call to be made, a letter to be posted, a document to be handed over.
struct HandDelivery: Sendable {
  let messageId: UUID
  let entry: Int64
  let channel: ContactChannel
  let audience: MessageAudience
  let addressee: String?
  let subject: String
  let petitionId: UUID?
  let contact: Int?
  let template: String
  let region: String
  let documentNumber: String?
  let wantsAcknowledgement: Bool
  /// How often it was tried by this channel.
  let attempts: Int
  let madeAt: Date
  let expiresAt: Date?
  let takenBy: String?
  let takenUntil: Date?
}
