import Contracts
import FoundationEssentials

/// A message as staff see it: everything but contact data and words.
struct MessageRecord: Sendable {
  let id: UUID
  let ordinal: Int64
  let subject: String
  let petitionId: UUID?
  /// Which of the three contacts; nil for everybody but petitioners.
  let contact: Int?
  let audience: String
  let addressee: String?
  let template: String
  let channels: [String]
  let region: String
  let urgency: String
  let status: MessageStatus
  let attempts: Int
  /// The channel whose turn it is, or by which it ended.
  let channel: String?
  let proof: String?
  let proofSha256: String?
  let failure: String?
  let documentNumber: String?
  let notBefore: Date?
  let expiresAt: Date?
  let wantsAcknowledgement: Bool
  let acknowledgedAt: Date?
  let madeAt: Date
  let dueAt: Date?
  let settledAt: Date?

  /// One attempt at it.
  struct Attempt: Sendable {
    let number: Int
    let channel: String
    /// `delivered`, `failed`, `refused` or `skipped`.
    let outcome: String
    let failure: String?
    let proof: String?
    let proofSha256: String?
    /// The worker, or the member of staff who called.
    let actor: String
    let madeAt: Date
  }
}
