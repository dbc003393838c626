import Contracts
import FoundationEssentials
import Messaging

/// One message to a petitioner, as it waits for its turn; its contact data are sealed.
struct MessageRow: Sendable {
  let id: UUID
  let petitionId: UUID
  let contact: Int
  let template: String
  let channels: [ContactChannel]
  let parameters: [String: String]
  let region: String
  let expiresAt: Date?
  let sealed: [UInt8]
  let cause: Cause
  /// How many attempts were made before.
  var attempts = 0
}
