import Contracts
import FoundationEssentials

/// What a case holds of experts, negotiation, agreement and restoration.
struct Settlement: JSONConvertible {
  /// The batch (集约办案) it belongs to.
  var batchId: UUID?
  var appraisals: [Appraisal] = []
  var negotiations: [Negotiation] = []
  var agreement: Agreement?
  var suit: SuitFile?
  /// Suits about the same act that others brought.
  var publicInterestSuits: [PublicInterestSuit] = []
  var decision: RestorationDecision?
  var project: RestorationProject?

  init(fields: JSONFields) throws(ContractViolation) {
    batchId = try fields.optionalUUID("batchId")
    appraisals = try fields.objects("appraisals")
    negotiations = try fields.objects("negotiations", maximum: 16)
    agreement = try fields.optionalObject("agreement")
    suit = try fields.optionalObject("suit")
    publicInterestSuits = try fields.objects("publicInterestSuits", maximum: 16)
    decision = try fields.optionalObject("decision")
    project = try fields.optionalObject("project")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("batchId", batchId)
    object.set("appraisals", appraisals.isEmpty ? nil : appraisals)
    object.set("negotiations", negotiations.isEmpty ? nil : negotiations)
    object.set("agreement", agreement)
    object.set("suit", suit)
    object.set("publicInterestSuits", publicInterestSuits.isEmpty ? nil : publicInterestSuits)
    object.set("decision", decision)
    object.set("project", project)
    return .object(object)
  }

  init() {}

  /// Whether nothing has come to it yet.
  var isEmpty: Bool { self == Settlement() }
}
