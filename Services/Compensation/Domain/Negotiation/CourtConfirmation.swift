import Contracts
import FoundationEssentials

/// The judicial confirmation of an agreement (司法确认).
struct CourtConfirmation: JSONConvertible {
  var court: String
  var appliedAt: Date
  var publishedAt: Date?
  /// The period for which the court publishes the agreement before it rules.
  var notBefore: Contracts.DueDate?
  var decision: CourtDecision?
  var rulingNumber: String?
  var decidedAt: Date?

  init(
    court: String, appliedAt: Date, publishedAt: Date? = nil, notBefore: Contracts.DueDate? = nil,
    decision: CourtDecision? = nil, rulingNumber: String? = nil, decidedAt: Date? = nil
  ) {
    self.court = court
    self.appliedAt = appliedAt
    self.publishedAt = publishedAt
    self.notBefore = notBefore
    self.decision = decision
    self.rulingNumber = rulingNumber
    self.decidedAt = decidedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    court = try fields.string("court")
    appliedAt = try fields.instant("appliedAt")
    publishedAt = try fields.optionalInstant("publishedAt")
    notBefore = try fields.optionalObject("notBefore")
    decision = try fields.optionalCode("decision")
    rulingNumber = try fields.optionalString("rulingNumber")
    decidedAt = try fields.optionalInstant("decidedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("court", court)
    object.set("appliedAt", appliedAt)
    object.set("publishedAt", publishedAt)
    object.set("notBefore", notBefore)
    object.set("decision", code: decision)
    object.set("rulingNumber", rulingNumber)
    object.set("decidedAt", decidedAt)
    return .object(object)
  }
}
