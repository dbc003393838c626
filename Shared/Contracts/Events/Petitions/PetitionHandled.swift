public import FoundationEssentials

/// The handling unit reports the case done (办件).
public struct PetitionHandled: EventPayload {
  public static let type: EventType = .petitionHandled

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The unit that handled it.
  public var unit: String
  /// How it ended.
  public var outcome: HandlingOutcome
  /// Codes of the measures taken.
  public var measures: [String]
  /// When investigation began (查件).
  public var startedAt: Date?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, unit: String,
    outcome: HandlingOutcome, measures: [String] = [], startedAt: Date? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.unit = unit
    self.outcome = outcome
    self.measures = measures
    self.startedAt = startedAt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    unit = try fields.string("unit")
    outcome = try fields.code("outcome")
    measures = try fields.strings("measures", maximum: 32)
    startedAt = try fields.optionalInstant("startedAt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("unit", unit)
    object.set("outcome", code: outcome)
    object.set("measures", measures.isEmpty ? nil : measures)
    object.set("startedAt", startedAt)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
