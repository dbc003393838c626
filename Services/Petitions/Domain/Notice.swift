import Contracts
import FoundationEssentials

/// Something the petitioner is told beside the three contacts, with what became of it.
struct Notice: JSONConvertible {
  let kind: NoticeKind
  /// The message asked for; nil where none can be sent.
  let messageId: UUID?
  let requestedAt: Date
  /// What came of it; nil while it is under way.
  var outcome: ContactOutcome?
  var at: Date?
  var channel: ContactChannel?
  var attempts: Int?
  var proof: String?
  /// True when staff recorded it themselves: what they say stands, even that nobody could be reached.
  var byStaff = false

  /// Whether it is given or lawfully spared. A message that could not be delivered is not: staff must try themselves.
  var isDone: Bool {
    switch outcome {
    case .delivered, .reached, .declined, .noContactData: true
    case .notReached: byStaff
    case nil: false
    }
  }

  init(kind: NoticeKind, messageId: UUID?, requestedAt: Date) {
    self.kind = kind
    self.messageId = messageId
    self.requestedAt = requestedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    kind = try fields.code("kind")
    messageId = try fields.optionalUUID("messageId")
    requestedAt = try fields.instant("requestedAt")
    outcome = try fields.optionalCode("outcome")
    at = try fields.optionalInstant("at")
    channel = try fields.optionalCode("channel")
    attempts = try fields.optionalInteger("attempts")
    proof = try fields.optionalString("proof", limit: 512)
    byStaff = try fields.optionalBool("byStaff") ?? false
  }

  var json: JSON {
    var object = JSONObject()
    object.set("kind", code: kind)
    object.set("messageId", messageId)
    object.set("requestedAt", requestedAt)
    object.set("outcome", code: outcome)
    object.set("at", at)
    object.set("channel", code: channel)
    object.set("attempts", attempts)
    object.set("proof", proof)
    object.set("byStaff", byStaff ? true : nil)
    return .object(object)
  }
}
