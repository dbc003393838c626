import Civics
import Contracts
import FoundationEssentials

/// Names the leader who answers for a backlog case (领导包案); naming another one replaces the first. A case that is not
/// backlog yet becomes it: a leader took it up.
struct NameLeader: PetitionStep {
  static let name = StepName.nameLeader

  /// The leader, as the bureau's directory calls them.
  var leader: String
  var post: String?
  var unit: String?
  /// The day by which the case is to be solved.
  var dueDay: String?

  init(leader: String, post: String? = nil, unit: String? = nil, dueDay: String? = nil) {
    self.leader = leader
    self.post = post
    self.unit = unit
    self.dueDay = dueDay
  }

  init(fields: JSONFields) throws(ContractViolation) {
    leader = try fields.string("leader")
    post = try fields.optionalString("post")
    unit = try fields.optionalString("unit")
    dueDay = try fields.optionalString("dueDay")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("leader", leader)
    object.set("post", post)
    object.set("unit", unit)
    object.set("dueDay", dueDay)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    if let dueDay {
      guard let day = CivilDate(dueDay) else {
        throw .invalid(field: "body.dueDay", reason: "expected a day such as 2026-03-31")
      }
      guard day >= ShanghaiTime.day(of: now) else {
        throw .invalid(field: "body.dueDay", reason: "the day is past")
      }
    }
    var effects = StepEffects()
    if let declared = petition.declareBacklog(.leader, rule: nil, at: now) { effects.events.append(declared) }
    let named = PetitionLeaderNamed(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, leader: leader,
      post: post, unit: unit, dueDay: dueDay)
    petition.matter.backlog?.leader = named
    effects.events.append(named)
    return effects
  }
}
