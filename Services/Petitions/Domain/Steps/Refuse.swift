import Contracts
import FoundationEssentials

/// Refuses a petition (不予受理). The petitioner is always told why; telling it is the second contact.
struct Refuse: PetitionStep {
  static let name = StepName.refuse

  var reason: RefusalReason
  var article: String?
  /// The unit or authority the petitioner is referred to.
  var referredTo: String?

  init(reason: RefusalReason, article: String? = nil, referredTo: String? = nil) {
    self.reason = reason
    self.article = article
    self.referredTo = referredTo
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
    article = try fields.optionalString("article")
    referredTo = try fields.optionalString("referredTo")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", code: reason)
    object.set("article", article)
    object.set("referredTo", referredTo)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    if reason == .notCompetent, referredTo == nil {
      throw .invalid(field: "body.referredTo", reason: "a petitioner must be told whose matter it is")
    }
    let now = circumstances.now
    petition.end(DeadlineKind.ofDecision.union(DeadlineKind.ofAnswer), at: now)
    try petition.start(.archiving, at: now, rules: circumstances.rules)
    petition.status = .refused
    let refused = PetitionRefused(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, reason: reason,
      article: article, referredTo: referredTo)
    petition.file.refused = refused
    var effects = StepEffects(events: [refused])
    effects.add(petition.open(contact: 2, at: now))
    var parameters = ["petitionNumber": petition.number, "reason": reason.rawValue]
    parameters["referredTo"] = referredTo
    effects.message = PetitionerMessage(contact: 2, template: "petition-refused", parameters: parameters)
    return effects
  }
}
