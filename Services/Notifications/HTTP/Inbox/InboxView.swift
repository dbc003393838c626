import Contracts

/// An item of an inbox as it is shown.
enum InboxView {
  static func json(_ item: InboxItem) -> JSON {
    var object = JSONObject()
    object.set("messageId", item.messageId)
    object.set("audience", code: item.audience)
    object.set("addressee", item.addressee)
    object.set("region", item.region)
    object.set("subject", item.subject)
    object.set("language", item.language)
    object.set("title", item.title)
    object.set("text", item.text)
    object.set("html", item.html)
    object.set("documentNumber", item.documentNumber)
    object.set("wantsAcknowledgement", item.wantsAcknowledgement)
    object.set("deliveredAt", item.deliveredAt)
    object.set("readAt", item.readAt)
    object.set("readBy", item.readBy)
    object.set("acknowledgedAt", item.acknowledgedAt)
    object.set("acknowledgedBy", item.acknowledgedBy)
    return .object(object)
  }
}
