import Contracts
import FoundationEssentials
import Messaging

/// Takes a step with a question: taken, answered, transferred, asked on, closed.
struct TakeEnquiryStep: Sendable {
  let announce: AnnounceEnquiry

  /// - Parameter authorise: throws when the caller may not take it.
  /// - Returns: nil when there is no such question.
  func callAsFunction(
    _ step: EnquiryStep, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Enquiry) throws -> Void
  ) async throws -> Enquiry? {
    guard var enquiry = try await EnquiryStore.find(id, lock: true, on: work.connection) else { return nil }
    try authorise(enquiry)
    let post = try enquiry.take(step, by: caller.subject, at: Date())
    try await EnquiryStore.save(enquiry, on: work.connection)
    try await EnquiryStore.append(post, to: id, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "enquiry.\(post.kind.rawValue)", subject: id.lowercased,
        cause: caller.requestId))
    switch step {
    case .answer: try await announce.answered(enquiry, by: caller, work: work)
    case .ask: try await announce.asked(enquiry, by: caller, work: work)
    case .transfer, .handOver: try await announce.passedOn(enquiry, by: caller, work: work)
    case .take, .close: break
    }
    return try await EnquiryStore.find(id, on: work.connection)
  }
}
