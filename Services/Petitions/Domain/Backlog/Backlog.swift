import Contracts
import FoundationEssentials

/// What makes a case backlog (积案), who answers for it (领导包案) and who went to the scene (领导下访).
struct Backlog: JSONConvertible {
  /// Why, with the rule that says so.
  let declared: PetitionBacklogDeclared
  /// The leader named last.
  var leader: PetitionLeaderNamed?
  var visits: [PetitionSiteVisited] = []

  init(declared: PetitionBacklogDeclared) { self.declared = declared }

  init(fields: JSONFields) throws(ContractViolation) {
    declared = try fields.object("declared")
    leader = try fields.optionalObject("leader")
    visits = try fields.objects("visits", maximum: .max)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("declared", declared)
    object.set("leader", leader)
    object.set("visits", visits.isEmpty ? nil : visits)
    return .object(object)
  }
}
