import Contracts
import FoundationEssentials

/// What an investigation found (调查结论): existence, extent and degree of damage, and who is liable.
struct Investigation: JSONConvertible {
  let at: Date
  let damage: Bool
  let proposal: InvestigationProposal
  /// What was found, in words of the department.
  let summary: String?
  let actor: String

  init(at: Date, damage: Bool, proposal: InvestigationProposal, summary: String?, actor: String) {
    self.at = at
    self.damage = damage
    self.proposal = proposal
    self.summary = summary
    self.actor = actor
  }

  init(fields: JSONFields) throws(ContractViolation) {
    at = try fields.instant("at")
    damage = try fields.bool("damage")
    proposal = try fields.code("proposal")
    summary = try fields.optionalText("summary", limit: 8192)
    actor = try fields.string("actor")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("at", at)
    object.set("damage", damage)
    object.set("proposal", code: proposal)
    object.set("summary", summary)
    object.set("actor", actor)
    return .object(object)
  }
}
