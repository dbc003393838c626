import Contracts
import FoundationEssentials

/// Whether the damage can be restored, who restores, and what labour rests on.
struct RestorationDecision: JSONConvertible {
  var restorability: Restorability
  var reason: String
  var performer: RestorationPerformer
  /// What was found of the conditions for labour instead of money (劳务代偿), as codes of the rule packs.
  var conditions: [String]
  var decidedAt: Date

  init(
    restorability: Restorability, reason: String, performer: RestorationPerformer, conditions: [String] = [],
    decidedAt: Date
  ) {
    self.restorability = restorability
    self.reason = reason
    self.performer = performer
    self.conditions = conditions
    self.decidedAt = decidedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    restorability = try fields.code("restorability")
    reason = try fields.text("reason", limit: 2048)
    performer = try fields.code("performer")
    conditions = try fields.strings("conditions", maximum: 16)
    decidedAt = try fields.instant("decidedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("restorability", code: restorability)
    object.set("reason", reason)
    object.set("performer", code: performer)
    object.set("conditions", conditions.isEmpty ? nil : conditions)
    object.set("decidedAt", decidedAt)
    return .object(object)
  }
}
