import Contracts
import FoundationEssentials

/// What becomes of the notices that the notifications service brings.
enum ProofReader {
  /// - Returns: nil for a message that is about no case, or is no document.
  static func read(_ event: CloudEvent) throws(ContractViolation) -> NoticeProof? {
    switch event.type {
    case .notificationAcknowledged:
      let told = try event.decode(NotificationAcknowledged.self)
      return proof(
        .acknowledged(told.by), told.subject, told.documentNumber, told.channel, at: told.at, proof: told.proof)
    case .notificationDelivered:
      let told = try event.decode(NotificationDelivered.self)
      return proof(.delivered, told.subject, told.documentNumber, told.channel, at: told.at, proof: told.proof)
    default:
      let told = try event.decode(NotificationFailed.self)
      return proof(.failed(told.reason), told.subject, told.documentNumber, told.channel, at: told.at, proof: nil)
    }
  }

  private static func proof(
    _ kind: NoticeProof.Kind, _ subject: String?, _ number: String?, _ channel: ContactChannel?, at: Date,
    proof: String?
  ) -> NoticeProof? {
    guard let number, let caseId = subject.flatMap(UUID.init(text:)) else { return nil }
    return NoticeProof(caseId: caseId, number: number, kind: kind, channel: channel, at: at, proof: proof)
  }
}
