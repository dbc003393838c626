import Contracts
import FoundationEssentials

/// A message that lies in an inbox.
struct InboxItem: Sendable {
  let messageId: UUID
  let entry: Int64
  let audience: MessageAudience
  let addressee: String
  /// The region of the unit it is addressed to; of the message for others.
  let region: String
  let subject: String
  let language: String
  let title: String
  let text: String
  let html: String?
  let documentNumber: String?
  let wantsAcknowledgement: Bool
  let deliveredAt: Date
  var readAt: Date?
  var readBy: String?
  var acknowledgedAt: Date?
  var acknowledgedBy: String?
}
