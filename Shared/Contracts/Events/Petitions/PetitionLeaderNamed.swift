public import FoundationEssentials

/// A backlog case has a leader who answers for it (领导包案).
public struct PetitionLeaderNamed: EventPayload {
  public static let type: EventType = .petitionLeaderNamed

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
  /// The leader's post.
  public var post: String?
  /// The leader's unit.
  public var unit: String?
  /// The day by which the case is to be solved, such as 2026-03-31.
  public var dueDay: String?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, leader: String, post: String? = nil,
    unit: String? = nil, dueDay: String? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.leader = leader
    self.post = post
    self.unit = unit
    self.dueDay = dueDay
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    leader = try fields.string("leader")
    post = try fields.optionalString("post")
    unit = try fields.optionalString("unit")
    dueDay = try fields.optionalString("dueDay")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("leader", leader)
    object.set("post", post)
    object.set("unit", unit)
    object.set("dueDay", dueDay)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
