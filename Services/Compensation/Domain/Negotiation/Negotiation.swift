import Contracts
import FoundationEssentials

/// One negotiation with the obligor, from the notice to its end.
struct Negotiation: JSONConvertible {
  /// Which of the case it is, from 1; a renewed one is another.
  var number: Int
  /// When the notice (索赔磋商告知书) went out, or the negotiation was renewed.
  var notifiedAt: Date
  /// What is claimed, in fen.
  var claimFen: Int64?
  var notice: EvidenceReference?
  /// What the obligor answered; absent until it did.
  var willing: Bool?
  var answeredAt: Date?
  var rounds: [NegotiationRound]
  var agreedAt: Date?
  var failure: NegotiationFailure?
  var failedAt: Date?
  /// Why it failed or was renewed, in words.
  var reason: String?

  init(
    number: Int, notifiedAt: Date, claimFen: Int64? = nil, notice: EvidenceReference? = nil, willing: Bool? = nil,
    answeredAt: Date? = nil, rounds: [NegotiationRound] = [], agreedAt: Date? = nil, failure: NegotiationFailure? = nil,
    failedAt: Date? = nil, reason: String? = nil
  ) {
    self.number = number
    self.notifiedAt = notifiedAt
    self.claimFen = claimFen
    self.notice = notice
    self.willing = willing
    self.answeredAt = answeredAt
    self.rounds = rounds
    self.agreedAt = agreedAt
    self.failure = failure
    self.failedAt = failedAt
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.integer("number")
    notifiedAt = try fields.instant("notifiedAt")
    claimFen = try fields.optionalFen("claimFen")
    notice = try fields.optionalObject("notice")
    willing = try fields.optionalBool("willing")
    answeredAt = try fields.optionalInstant("answeredAt")
    rounds = try fields.objects("rounds")
    agreedAt = try fields.optionalInstant("agreedAt")
    failure = try fields.optionalCode("failure")
    failedAt = try fields.optionalInstant("failedAt")
    reason = try fields.optionalText("reason", limit: 1024)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("number", number)
    object.set("notifiedAt", notifiedAt)
    object.set("claimFen", claimFen)
    object.set("notice", notice)
    object.set("willing", willing)
    object.set("answeredAt", answeredAt)
    object.set("rounds", rounds.isEmpty ? nil : rounds)
    object.set("agreedAt", agreedAt)
    object.set("failure", code: failure)
    object.set("failedAt", failedAt)
    object.set("reason", reason)
    return .object(object)
  }

  /// Whether it has ended neither way.
  var isOpen: Bool { agreedAt == nil && failure == nil }
}
