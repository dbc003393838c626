import Contracts
import FoundationEssentials

/// What a work reminder letter says, and what has become of it.
struct LetterFile: JSONConvertible {
  var findings: [ReminderFinding] = []
  var issued: ReminderLetterIssued?
  var acknowledgement: LetterClock?
  var answer: LetterClock?
  var answers: [ReminderLetterAnswered] = []
  var reviews: [ReminderLetterReviewed] = []

  init() {}

  init(fields: JSONFields) throws(ContractViolation) {
    findings = try fields.objects("findings", maximum: .max)
    issued = try fields.optionalObject("issued")
    acknowledgement = try fields.optionalObject("acknowledgement")
    answer = try fields.optionalObject("answer")
    answers = try fields.objects("answers", maximum: .max)
    reviews = try fields.objects("reviews", maximum: .max)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("findings", findings)
    object.set("issued", issued)
    object.set("acknowledgement", acknowledgement)
    object.set("answer", answer)
    object.set("answers", answers.isEmpty ? nil : answers)
    object.set("reviews", reviews.isEmpty ? nil : reviews)
    return .object(object)
  }
}
