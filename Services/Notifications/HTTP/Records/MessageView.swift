import Contracts
import FoundationEssentials
import ServiceKit

/// Messages as JSON, without contact data and words.
enum MessageView {
  static func line(_ record: MessageRecord) -> JSONObject {
    var object = JSONObject()
    object.set("id", record.id)
    object.set("subject", record.subject)
    object.set("petitionId", record.petitionId)
    object.set("contact", record.contact)
    object.set("audience", record.audience)
    object.set("addressee", record.addressee)
    object.set("template", record.template)
    object.set("region", record.region)
    object.set("urgency", record.urgency)
    object.set("channels", record.channels)
    object.set("status", code: record.status)
    object.set("channel", record.channel)
    object.set("attempts", record.attempts)
    object.set("failure", record.failure)
    object.set("documentNumber", record.documentNumber)
    object.set("madeAt", record.madeAt)
    object.set("notBefore", record.notBefore)
    object.set("expiresAt", record.expiresAt)
    object.set("dueAt", record.dueAt)
    object.set("settledAt", record.settledAt)
    object.set("proof", record.proof)
    object.set("proofSha256", record.proofSha256)
    object.set("wantsAcknowledgement", record.wantsAcknowledgement)
    object.set("acknowledgedAt", record.acknowledgedAt)
    return object
  }

  static func detail(_ record: MessageRecord, attempts: [MessageRecord.Attempt]) -> JSON {
    var object = line(record)
    object.set("history", .array(attempts.map(attempt)))
    return .object(object)
  }

  private static func attempt(_ attempt: MessageRecord.Attempt) -> JSON {
    var object = JSONObject()
    object.set("number", attempt.number)
    object.set("at", attempt.madeAt)
    object.set("channel", attempt.channel)
    object.set("outcome", attempt.outcome)
    object.set("failure", attempt.failure)
    object.set("proof", attempt.proof)
    object.set("proofSha256", attempt.proofSha256)
    object.set("actor", attempt.actor)
    return .object(object)
  }

  static func state(_ state: SubjectState) -> JSON {
    var messages = JSONObject()
    for status in MessageStatus.allCases { messages.set(status.rawValue, state.messages[status] ?? 0) }
    var deliveries = JSONObject()
    for status in DeliveryStatus.allCases { deliveries.set(status.rawValue, state.deliveries[status] ?? 0) }
    var object = JSONObject()
    object.set("subject", state.subject)
    object.set("messages", .object(messages))
    object.set("unacknowledged", state.unacknowledged)
    object.set("contacts", .array(state.contacts.map(contact)))
    object.set("latest", state.latest.map { .object(line($0)) })
    object.set("deliveries", .object(deliveries))
    return .object(object)
  }

  private static func contact(_ contact: SubjectState.Contact) -> JSON {
    var object = JSONObject()
    object.set("contact", contact.number)
    object.set("status", code: contact.status)
    object.set("channel", contact.channel)
    object.set("attempts", contact.attempts)
    object.set("at", contact.at)
    object.set("acknowledged", contact.isAcknowledged)
    return .object(object)
  }
}
