import Contracts
import FoundationEssentials
import Messaging

/// Takes a question of an enterprise, at any hour: its unit is told, and a clock runs until it is answered.
struct OpenEnquiry: Sendable {
  /// What is asked.
  struct Question: Sendable {
    let enterprise: String
    let region: String
    let title: String
    let text: String
    var messageId: UUID?
    /// The member of staff who was asked by word and enters it: the first asked, and so the owner.
    var askedStaff: String?
  }

  let announce: AnnounceEnquiry

  func callAsFunction(_ question: Question, by caller: Caller, work: UnitOfWork) async throws -> Enquiry {
    let now = Date()
    let draft = Enquiry(
      id: UUID(), enterprise: question.enterprise, region: question.region, title: question.title,
      messageId: question.messageId, askedAt: now, owner: question.askedStaff, handler: question.askedStaff)
    _ = try await EnquiryStore.insert(draft, on: work.connection)
    try await EnquiryStore.append(
      EnquiryPost(number: 1, kind: .question, author: caller.subject, text: question.text, at: now), to: draft.id,
      on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "enquiry.opened", subject: draft.id.lowercased, cause: caller.requestId))
    try await announce.asked(draft, by: caller, work: work)
    return try await EnquiryStore.find(draft.id, on: work.connection) ?? draft
  }
}
