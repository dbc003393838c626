import Contracts
import FoundationEssentials

/// Records that a leader went to the scene of a backlog case (领导下访).
struct VisitSite: PetitionStep {
  static let name = StepName.visitSite

  var outcome: SiteVisitOutcome
  /// When the leader was there; nil is now.
  var visitedAt: Date?
  /// Who went; nil is the leader named for the case.
  var leader: String?
  var metPetitioner: Bool?
  /// What was found and agreed, for the file alone.
  var record: String?

  init(
    outcome: SiteVisitOutcome, visitedAt: Date? = nil, leader: String? = nil, metPetitioner: Bool? = nil,
    record: String? = nil
  ) {
    self.outcome = outcome
    self.visitedAt = visitedAt
    self.leader = leader
    self.metPetitioner = metPetitioner
    self.record = record
  }

  init(fields: JSONFields) throws(ContractViolation) {
    outcome = try fields.code("outcome")
    visitedAt = try fields.optionalInstant("visitedAt")
    leader = try fields.optionalString("leader")
    metPetitioner = try fields.optionalBool("metPetitioner")
    record = try fields.optionalText("record", limit: 8192)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("outcome", code: outcome)
    object.set("visitedAt", visitedAt)
    object.set("leader", leader)
    object.set("metPetitioner", metPetitioner)
    object.set("record", record)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let at = visitedAt ?? now
    guard at <= now, at >= petition.receivedAt else {
      throw .invalid(field: "body.visitedAt", reason: "the visit lies after the receipt and not in the future")
    }
    guard let leader = leader ?? petition.matter.backlog?.leader?.leader else {
      throw .invalid(field: "body.leader", reason: "no leader is named for the case")
    }
    let visited = PetitionSiteVisited(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, leader: leader,
      visit: (petition.matter.backlog?.visits.count ?? 0) + 1, visitedAt: at, outcome: outcome,
      metPetitioner: metPetitioner)
    petition.matter.backlog?.visits.append(visited)
    return StepEffects(events: [visited])
  }
}
