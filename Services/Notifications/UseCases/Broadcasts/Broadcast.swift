import Contracts
import FoundationEssentials
import Messaging

/// Something told to many, with who came.
struct Broadcast: Sendable, Equatable {
  let id: UUID
  var entry: Int64 = 0
  /// Whose it is.
  let region: String
  let kind: BroadcastKind
  var status = BroadcastStatus.draft
  var content: BroadcastContent
  /// Whom the sending has reached, by key.
  var reached: String?
  var invited = 0
  let madeBy: String
  var sentBy: String?
  var sentAt: Date?
  var version: Int64 = 1
  var updatedAt: Date

  mutating func change(_ content: BroadcastContent) throws(NoticeError) {
    guard status == .draft else { throw .broadcastOutOfTurn("change", status: status) }
    self.content = content
  }

  /// Lets its messages go; they are written page by page.
  mutating func send(by sender: String, at now: Date) throws(NoticeError) {
    guard status == .draft else { throw .broadcastOutOfTurn("send", status: status) }
    if let starts = content.starts, starts <= now { throw .past(field: "starts") }
    status = .sending
    sentBy = sender
    sentAt = now
  }

  mutating func cancel() throws(NoticeError) {
    guard status != .cancelled else { throw .broadcastOutOfTurn("cancel", status: status) }
    status = .cancelled
  }

  /// Notes that a page of its messages was written.
  /// - Parameter last: the key of the last addressee; nil when there are no more.
  mutating func reach(_ count: Int, last: String?) {
    invited += count
    if let last { reached = last } else { status = .sent }
  }

  /// The message to one addressee.
  /// - Parameter template: its own, or that of a reminder or cancellation.
  func draft(
    to addressee: Addressee, template: String? = nil, timing: NoticeTiming, now: Date, cause: String
  ) -> MessageDraft {
    let template = template ?? kind.template
    let channels = addressee.order(content.channels, urgency: content.urgency)
    return MessageDraft(
      id: MessageDraft.id(cause: cause, template: template, addressee: addressee.key), subject: id.lowercased,
      audience: addressee.audience, addressee: addressee.key, template: template, language: addressee.language,
      words: content.words, channels: channels, region: addressee.region, urgency: content.urgency,
      notBefore: timing.notBefore(now, urgency: content.urgency, channels: channels), expiresAt: content.starts,
      cause: .init(id: cause, correlation: id.lowercased))
  }
}
