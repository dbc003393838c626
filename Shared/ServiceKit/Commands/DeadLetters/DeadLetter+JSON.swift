import Contracts
import FoundationEssentials
import Messaging

extension DeadLetter {
  /// What commands and the API tell of it: everything but its content.
  var jsonObject: JSONObject {
    var object = JSONObject()
    object.set("id", id)
    object.set("state", code: state)
    object.set("topic", topic)
    object.set("partition", Int(partition))
    object.set("offset", offset)
    object.set("key", orderingKey)
    object.set("code", code)
    object.set("field", field)
    object.set("message", message)
    object.set("attempts", attempts)
    object.set("made", madeAt)
    object.set("settled", settledAt)
    return object
  }
}
