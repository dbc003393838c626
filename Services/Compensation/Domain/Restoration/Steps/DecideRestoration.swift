import Contracts
import FoundationEssentials

/// Decides whether the damage can be restored, who restores, and whether labour may take the place of money.
struct DecideRestoration: CaseStep {
  static let name = StepName.decideRestoration

  var restorability: Restorability
  /// Why, in words.
  var reason: String
  var performer: RestorationPerformer
  /// What was found of the conditions for labour, as codes of the rule packs.
  var conditions: [String]
  /// What is proposed.
  var measures: [RestorationMeasure]

  init(
    restorability: Restorability, reason: String, performer: RestorationPerformer, conditions: [String] = [],
    measures: [RestorationMeasure] = []
  ) {
    self.restorability = restorability
    self.reason = reason
    self.performer = performer
    self.conditions = conditions
    self.measures = measures
  }

  init(fields: JSONFields) throws(ContractViolation) {
    restorability = try fields.code("restorability")
    reason = try fields.text("reason", limit: 2048)
    performer = try fields.code("performer")
    conditions = try fields.strings("conditions", maximum: 16)
    measures = try fields.objects("measures", maximum: 32)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("restorability", code: restorability)
    object.set("reason", reason)
    object.set("performer", code: performer)
    object.set("conditions", conditions.isEmpty ? nil : conditions)
    object.set("measures", measures.isEmpty ? nil : measures)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard compensation.file.settlement.agreement == nil else {
      throw .settlement(.doneBefore("the agreement was signed"))
    }
    let decision = RestorationDecision(
      restorability: restorability, reason: reason, performer: performer, conditions: conditions,
      decidedAt: circumstances.now)
    try circumstances.rules.check(measures, under: decision)
    compensation.file.settlement.decision = decision
    return [
      RestorationDecided(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
        projectId: compensation.projectId, restorability: restorability, performer: performer, measures: measures)
    ]
  }
}
