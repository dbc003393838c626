import Contracts
import FoundationEssentials

/// What waits for the digest of its addressee.
struct GatheredNotice: Sendable {
  let id: UUID
  let addressee: String
  let audience: MessageAudience
  let region: String
  let template: String
  let subject: String
  let words: JSONObject
  let at: Date
}
