public import FoundationEssentials

/// The petitioner was called back (回访).
public struct PetitionCalledBack: EventPayload {
  public static let type: EventType = .petitionCalledBack

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Whether anybody answered.
  public var reached: Bool
  /// The petitioner's verdict; absent when not reached or not given.
  public var satisfied: Bool?
  /// The number of the call, from 1.
  public var attempt: Int

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, reached: Bool, satisfied: Bool? = nil,
    attempt: Int
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.reached = reached
    self.satisfied = satisfied
    self.attempt = attempt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    reached = try fields.bool("reached")
    satisfied = try fields.optionalBool("satisfied")
    attempt = try fields.integer("attempt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("reached", reached)
    object.set("satisfied", satisfied)
    object.set("attempt", attempt)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
