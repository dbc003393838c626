import Contracts
import FoundationEssentials

/// The opinion of one expert of a panel (专家意见).
struct ExpertOpinion: JSONConvertible {
  var expertNumber: String
  var at: Date
  /// What each case's damage is worth, in fen.
  var amounts: [CaseAmount]
  var restorability: Restorability?
  /// The signed opinion.
  var document: EvidenceReference?
  var remark: String?

  init(
    expertNumber: String, at: Date, amounts: [CaseAmount] = [], restorability: Restorability? = nil,
    document: EvidenceReference? = nil, remark: String? = nil
  ) {
    self.expertNumber = expertNumber
    self.at = at
    self.amounts = amounts
    self.restorability = restorability
    self.document = document
    self.remark = remark
  }

  init(fields: JSONFields) throws(ContractViolation) {
    expertNumber = try fields.string("expertNumber")
    at = try fields.instant("at")
    amounts = try fields.objects("amounts", maximum: 500)
    restorability = try fields.optionalCode("restorability")
    document = try fields.optionalObject("document")
    remark = try fields.optionalText("remark", limit: 4096)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("expertNumber", expertNumber)
    object.set("at", at)
    object.set("amounts", amounts.isEmpty ? nil : amounts)
    object.set("restorability", code: restorability)
    object.set("document", document)
    object.set("remark", remark)
    return .object(object)
  }
}
