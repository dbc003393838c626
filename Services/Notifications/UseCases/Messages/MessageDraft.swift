import Contracts
import FoundationEssentials
import Messaging

/// One thing to tell one addressee, before anybody has tried: what rules write and the message machinery sends.
struct MessageDraft: Sendable {
  /// Follows from cause, template and addressee (`MessageDraft.id`): a repeat is the same message. It is what every
  /// attempt carries to the receiver.
  let id: UUID
  /// The key of order: the petition, case, enterprise, endpoint. Of one subject the messages go out one after the other.
  let subject: String
  let audience: MessageAudience
  /// The key in the addressee book; nil when a sealed card comes along.
  var addressee: String?
  /// A contact card sealed for this service with the petition's id as context (`petitioner-message`); opened in memory
  /// for each send.
  var sealed: [UInt8]?
  /// The template's code.
  let template: String
  var language = MessageLanguage.chinese
  /// Values for the template, without personal data.
  var words: JSONObject = [:]
  /// Channels to try, in order; the next is tried when one fails for good or cannot reach the addressee.
  var channels: [ContactChannel]
  /// The region it belongs to (GB/T 2260): whose staff may see it, and what figures count it under.
  let region: String
  var urgency = MessageUrgency.ordinary
  /// Held back until this business instant: quiet hours, appointments.
  var notBefore: Date?
  /// After this business instant it makes no sense any more.
  var expiresAt: Date?
  /// The number of the legal document it delivers (文号).
  var documentNumber: String?
  /// Whether the addressee must say that it came (送达回证); until then the channels go on by the waits of escalation.
  var wantsAcknowledgement = false
  /// The petition, and which of its three contacts; 0 a notice beside them. Nil for everything else.
  var petitionId: UUID?
  var contact: Int?
  let cause: Cause

  /// The key of what is told about it, as the contract has it.
  var recordKey: String { petitionId?.lowercased ?? subject }

  /// The line it stands in: messages of one line go out one after the other. What is urgent waits for nothing, and what
  /// is held back until an instant waits only for what is held back until the same.
  func line(at now: Date) -> String {
    let pressing = urgency == .urgent ? "!" : ""
    guard let notBefore, notBefore > now else { return recordKey + pressing }
    return "\(recordKey)\(pressing)@\(RFC3339.text(of: notBefore))"
  }

  /// The id of a message: the same for a repeat.
  static func id(cause: String, template: String, addressee: String) -> UUID {
    EventIdentity.uuidV5(namespace: EventIdentity.eventNamespace, parts: "message", cause, template, addressee)
  }
}
