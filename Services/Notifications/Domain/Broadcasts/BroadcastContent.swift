import Contracts
import FoundationEssentials

/// What a broadcast says and whom it is for, as staff wrote it.
struct BroadcastContent: Sendable, Equatable {
  var title: String
  var text: String
  var segment: BroadcastSegment
  /// By which channels, in order.
  var channels: [ContactChannel]
  var urgency = MessageUrgency.ordinary
  /// Of a meeting: when it begins and ends, and where it is.
  var starts: Date?
  var ends: Date?
  var place: String?
  var host: String?
  /// Whether those invited are asked whether they come.
  var wantsAnswer = false

  /// The values of its templates.
  var words: JSONObject {
    var words = JSONObject()
    words.set("title", title)
    words.set("text", text)
    words.set("starts", starts)
    words.set("ends", ends)
    words.set("place", place)
    words.set("host", host)
    words.set("wantsAnswer", wantsAnswer)
    return words
  }
}

extension BroadcastContent: JSONConvertible {
  init(fields: JSONFields) throws(ContractViolation) {
    self.init(
      title: try fields.text("title", limit: 256), text: try fields.text("text", limit: 16_384),
      segment: try fields.object("segment"), channels: try fields.codes("channels", required: true, maximum: 8),
      urgency: try fields.optionalCode("urgency") ?? .ordinary, starts: try fields.optionalInstant("starts"),
      ends: try fields.optionalInstant("ends"), place: try fields.optionalText("place", limit: 512),
      host: try fields.optionalText("host", limit: 256), wantsAnswer: try fields.optionalBool("wantsAnswer") ?? false)
    if channels.isEmpty { throw fields.violation(.fieldEmpty, "channels") }
    if urgency == .legal {
      throw fields.violation(.fieldUnknownValue, "urgency", "What the law asks to be served is no broadcast.")
    }
    if let ends, starts.map({ ends <= $0 }) ?? true {
      throw fields.violation(.fieldRange, "ends", "A meeting ends after it begins.")
    }
    if wantsAnswer, starts == nil { throw fields.violation(.fieldMissing, "starts") }
  }

  var json: JSON {
    var object = words
    object.set("segment", segment)
    object.set("channels", codes: channels)
    object.set("urgency", code: urgency)
    return .object(object)
  }
}
