public import FoundationEssentials

/// A leader went to the scene of a backlog case (领导下访).
public struct PetitionSiteVisited: EventPayload {
  public static let type: EventType = .petitionSiteVisited

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The leader, as the bureau's directory calls them.
  public var leader: String
  /// Its number within the case, from 1.
  public var visit: Int
  /// When the leader was there.
  public var visitedAt: Date
  /// What it came to.
  public var outcome: SiteVisitOutcome
  /// Whether the petitioner was met.
  public var metPetitioner: Bool?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, leader: String, visit: Int, visitedAt: Date,
    outcome: SiteVisitOutcome, metPetitioner: Bool? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.leader = leader
    self.visit = visit
    self.visitedAt = visitedAt
    self.outcome = outcome
    self.metPetitioner = metPetitioner
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    leader = try fields.string("leader")
    visit = try fields.integer("visit")
    visitedAt = try fields.instant("visitedAt")
    outcome = try fields.code("outcome")
    metPetitioner = try fields.optionalBool("metPetitioner")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("leader", leader)
    object.set("visit", visit)
    object.set("visitedAt", visitedAt)
    object.set("outcome", code: outcome)
    object.set("metPetitioner", metPetitioner)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
