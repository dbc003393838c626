import Contracts

/// Records what the police answered to a referral: a case filed, or not.
struct RecordPoliceAnswer: PetitionStep {
  static let name = StepName.policeAnswer

  var filed: Bool
  var documentNumber: String?

  init(filed: Bool, documentNumber: String? = nil) {
    self.filed = filed
    self.documentNumber = documentNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    filed = try fields.bool("filed")
    documentNumber = try fields.optionalString("documentNumber")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("filed", filed)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    // Answers come in the order of the referrals.
    guard let referral = petition.file.referrals.dropFirst(petition.file.policeAnswers.count).first else {
      throw .invalid(field: "body.filed", reason: "every referral has its answer already")
    }
    let answered = PetitionPoliceAnswered(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      authority: referral.authority, filed: filed, documentNumber: documentNumber)
    petition.file.policeAnswers.append(answered)
    return StepEffects(events: [answered])
  }
}
