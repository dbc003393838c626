import Contracts
import FoundationEssentials
import Messaging

/// An enterprise answers what lies in its inbox: the answer is a question of its own, and says that the message came.
struct AnswerInboxItem: Sendable {
  let open: OpenEnquiry
  let acknowledge: AcknowledgeMessage

  func callAsFunction(_ item: InboxItem, text: String, by caller: Caller, work: UnitOfWork) async throws -> Enquiry {
    if item.wantsAcknowledgement, item.acknowledgedAt == nil {
      let note = AcknowledgeMessage.Note(kind: .reply, proof: "inbox:\(item.messageId.lowercased)")
      _ = try await acknowledge(item.messageId, note, by: caller, work: work) { _ in }
    }
    let question = OpenEnquiry.Question(
      enterprise: item.addressee, region: item.region, title: item.title, text: text, messageId: item.messageId)
    return try await open(question, by: caller, work: work)
  }
}
