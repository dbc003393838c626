import Contracts
import FoundationEssentials
import Messaging

/// Something to tell to one addressee.
struct AddressedNotice: Sendable {
  let telling: Telling
  /// The key in the addressee book.
  let key: String
  /// The entry; nil where nobody has entered the key yet.
  let entry: Addressee?
  /// The number of the document that goes with it.
  var documentNumber: String?

  var rule: NoticeRule { telling.rule }
  var language: MessageLanguage { entry?.language ?? .chinese }
  /// Follows from cause, template and addressee.
  var id: UUID { MessageDraft.id(cause: telling.cause.id, template: rule.template, addressee: key) }

  /// The message, as it goes out.
  func draft(timing: NoticeTiming, now: Date) -> MessageDraft {
    let channels = entry?.order(rule.channels, urgency: rule.urgency) ?? rule.channels
    return MessageDraft(
      id: id, subject: telling.subject, audience: rule.audience, addressee: key, template: rule.template,
      language: language, words: telling.words, channels: channels, region: telling.region, urgency: rule.urgency,
      notBefore: timing.notBefore(now, urgency: rule.urgency, channels: channels),
      expiresAt: rule.expires.map { telling.at.addingTimeInterval($0.inSeconds) }, documentNumber: documentNumber,
      wantsAcknowledgement: rule.wantsAcknowledgement, cause: telling.cause)
  }
}
