import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Tells whom a question concerns that something happened, by their inboxes, and watches that it is answered in time.
struct AnnounceEnquiry: Sendable {
  /// Its subject is the question.
  static let timer = "enquiry.unanswered"
  static let rule = "notification.enquiry.answer-within"

  let limit: @Sendable () throws -> Duration

  /// A question waits: its owner is told, or the unit where nobody owns it yet.
  func asked(_ enquiry: Enquiry, by caller: Caller, work: UnitOfWork) async throws {
    work.schedule(
      DurableTimer(
        kind: AnnounceEnquiry.timer, subject: enquiry.id.lowercased,
        due: work.now.addingTimeInterval(try limit().inSeconds)))
    try await tell(staff: enquiry, template: "enquiry-asked", urgency: .ordinary, cause: caller.cause, work: work)
  }

  /// Others have it now.
  func passedOn(_ enquiry: Enquiry, by caller: Caller, work: UnitOfWork) async throws {
    try await tell(staff: enquiry, template: "enquiry-asked", urgency: .ordinary, cause: caller.cause, work: work)
  }

  func answered(_ enquiry: Enquiry, by caller: Caller, work: UnitOfWork) async throws {
    work.cancel(timers: [AnnounceEnquiry.timer], of: enquiry.id.lowercased)
    try await MessageStore.insert(
      [
        draft(
          enquiry, template: "enquiry-answered", audience: .enterprise, addressee: enquiry.enterprise,
          urgency: .ordinary, cause: caller.cause)
      ], work: work)
  }

  /// Nobody answered in time: owner and unit are told, urgently.
  func overdue(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for timer in timers {
      guard let id = UUID(text: timer.subject),
        let enquiry = try await EnquiryStore.find(id, on: work.connection), enquiry.status == .open
      else { continue }
      let cause = Cause(id: "\(timer.id.lowercased):\(enquiry.posts)", correlation: id.lowercased)
      try await tell(staff: enquiry, template: "enquiry-overdue", urgency: .urgent, cause: cause, work: work)
    }
  }

  private func tell(
    staff enquiry: Enquiry, template: String, urgency: MessageUrgency, cause: Cause, work: UnitOfWork
  ) async throws {
    var addressees = [enquiry.handler, enquiry.owner].compactMap { $0.map { "staff:\($0)" } }
    if addressees.isEmpty || enquiry.handler == nil || urgency == .urgent {
      addressees.append("unit:\(enquiry.handledIn)")
    }
    let drafts = Set(addressees).sorted().map {
      draft(enquiry, template: template, audience: .unit, addressee: $0, urgency: urgency, cause: cause)
    }
    try await MessageStore.insert(drafts, work: work)
  }

  private func draft(
    _ enquiry: Enquiry, template: String, audience: MessageAudience, addressee: String, urgency: MessageUrgency,
    cause: Cause
  ) -> MessageDraft {
    var draft = MessageDraft(
      id: MessageDraft.id(cause: cause.id, template: template, addressee: addressee), subject: enquiry.id.lowercased,
      audience: audience, template: template, channels: [.inbox], region: enquiry.handledIn, cause: cause)
    draft.addressee = addressee
    draft.urgency = urgency
    draft.words.set("enquiryId", enquiry.id)
    draft.words.set("title", enquiry.title)
    draft.words.set("enterprise", enquiry.enterprise)
    return draft
  }
}

extension Caller {
  /// The request as the cause of what follows from it.
  var cause: Cause { Cause(id: requestId, correlation: requestId, traceParent: traceParent) }
}
