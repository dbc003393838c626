import Contracts
import FoundationEssentials

/// Links a public-interest suit about the same act with the case (与公益诉讼衔接), or notes how it went on.
struct LinkPublicInterestSuit: CaseStep {
  static let name = StepName.linkPublicInterestSuit

  var plaintiff: String
  var court: String
  var suitNumber: String
  var state: PublicInterestSuit.State
  /// When it came to that; absent means now.
  var at: Date?

  init(
    plaintiff: String, court: String, suitNumber: String, state: PublicInterestSuit.State = .filed, at: Date? = nil
  ) {
    self.plaintiff = plaintiff
    self.court = court
    self.suitNumber = suitNumber
    self.state = state
    self.at = at
  }

  init(fields: JSONFields) throws(ContractViolation) {
    plaintiff = try fields.string("plaintiff")
    court = try fields.string("court")
    suitNumber = try fields.string("suitNumber", limit: 128)
    state = try fields.optionalCode("state") ?? .filed
    at = try fields.optionalInstant("at")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("plaintiff", plaintiff)
    object.set("court", court)
    object.set("suitNumber", suitNumber)
    object.set("state", code: state)
    object.set("at", at)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let instant = at ?? circumstances.now
    guard instant <= circumstances.now else {
      throw .invalid(field: "body.at", reason: "what is recorded has happened")
    }
    let suit = PublicInterestSuit(plaintiff: plaintiff, court: court, suitNumber: suitNumber, state: state, at: instant)
    var suits = compensation.file.settlement.publicInterestSuits.filter { $0.suitNumber != suitNumber }
    guard suits.count < 16 else { throw .full("public-interest suits") }
    suits.append(suit)
    compensation.file.settlement.publicInterestSuits = suits
    return []
  }
}
