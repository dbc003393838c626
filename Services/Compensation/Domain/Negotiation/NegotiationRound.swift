import Contracts
import FoundationEssentials

/// One meeting of a negotiation (磋商会议).
struct NegotiationRound: JSONConvertible {
  /// Its place in the negotiation, from 1.
  var number: Int
  var heldAt: Date
  var outcome: RoundOutcome
  /// What was claimed, in fen.
  var claimFen: Int64?
  /// What the obligor offered, in fen.
  var offerFen: Int64?
  var participants: [MeetingParticipant]
  /// The minutes (磋商记录).
  var minutes: EvidenceReference?

  init(
    number: Int, heldAt: Date, outcome: RoundOutcome, claimFen: Int64? = nil, offerFen: Int64? = nil,
    participants: [MeetingParticipant] = [], minutes: EvidenceReference? = nil
  ) {
    self.number = number
    self.heldAt = heldAt
    self.outcome = outcome
    self.claimFen = claimFen
    self.offerFen = offerFen
    self.participants = participants
    self.minutes = minutes
  }

  init(fields: JSONFields) throws(ContractViolation) {
    number = try fields.integer("number")
    heldAt = try fields.instant("heldAt")
    outcome = try fields.code("outcome")
    claimFen = try fields.optionalFen("claimFen")
    offerFen = try fields.optionalFen("offerFen")
    participants = try fields.objects("participants", maximum: 16)
    minutes = try fields.optionalObject("minutes")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("number", number)
    object.set("heldAt", heldAt)
    object.set("outcome", code: outcome)
    object.set("claimFen", claimFen)
    object.set("offerFen", offerFen)
    object.set("participants", participants.isEmpty ? nil : participants)
    object.set("minutes", minutes)
    return .object(object)
  }
}
