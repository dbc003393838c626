import Contracts
import FoundationEssentials

/// One of the three contacts with the petitioner (收到、受理、办结).
struct Contact: JSONConvertible {
  /// 1 received, 2 accepted or refused, 3 concluded.
  let number: Int
  /// The message asked for; nil where none can be sent.
  var messageId: UUID?
  var requestedAt: Date?
  /// What came of it; nil while it is under way.
  var outcome: ContactOutcome?
  var at: Date?
  var channel: ContactChannel?
  var attempts: Int?
  /// The proof on file, or who made the contact.
  var proof: String?
  /// True when staff recorded it themselves: what they say stands, even that nobody could be reached.
  var byStaff: Bool

  init(number: Int, messageId: UUID? = nil, requestedAt: Date? = nil) {
    self.number = number
    self.messageId = messageId
    self.requestedAt = requestedAt
    byStaff = false
  }

  /// Whether it is made or lawfully spared. A message that could not be delivered is not: staff must try themselves.
  var isDone: Bool {
    switch outcome {
    case .delivered, .reached, .declined, .noContactData: true
    case .notReached: byStaff
    case nil: false
    }
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.integer("number", in: 1...3)
    messageId = try fields.optionalUUID("messageId")
    requestedAt = try fields.optionalInstant("requestedAt")
    outcome = try fields.optionalCode("outcome")
    at = try fields.optionalInstant("at")
    channel = try fields.optionalCode("channel")
    attempts = try fields.optionalInteger("attempts")
    proof = try fields.optionalString("proof", limit: 512)
    byStaff = try fields.optionalBool("byStaff") ?? false
  }

  var json: JSON {
    var object = JSONObject()
    object.set("number", number)
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
