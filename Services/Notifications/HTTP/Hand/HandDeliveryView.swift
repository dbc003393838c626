import Contracts

/// A delivery by hand as staff see it; whom to call is shown to whoever took it alone.
enum HandDeliveryView {
  static func object(_ delivery: HandDelivery) -> JSONObject {
    var object = JSONObject()
    object.set("messageId", delivery.messageId)
    object.set("channel", code: delivery.channel)
    object.set("audience", code: delivery.audience)
    object.set("addressee", delivery.addressee)
    object.set("subject", delivery.subject)
    object.set("petitionId", delivery.petitionId)
    object.set("contact", delivery.contact)
    object.set("template", delivery.template)
    object.set("region", delivery.region)
    object.set("documentNumber", delivery.documentNumber)
    object.set("wantsAcknowledgement", delivery.wantsAcknowledgement)
    object.set("attempts", delivery.attempts)
    object.set("madeAt", delivery.madeAt)
    object.set("expiresAt", delivery.expiresAt)
    object.set("takenBy", delivery.takenBy)
    object.set("takenUntil", delivery.takenUntil)
    return object
  }
}
