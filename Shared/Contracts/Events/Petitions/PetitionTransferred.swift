public import FoundationEssentials

/// The case was handed to another bureau (转办); the petitioner's clock does not start anew.
public struct PetitionTransferred: EventPayload {
  public static let type: EventType = .petitionTransferred

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The unit that hands over.
  public var from: String
  /// The unit that takes over.
  public var to: String
  /// The region of the unit that takes over.
  public var toRegion: String
  /// True when the city supervises the handling (督办).
  public var supervised: Bool
  /// The due dates that run from here.
  public var dueDates: [DueDate]
  /// True in the secret mode (保密转办): no summary here; the unit that takes over reads the approved one at the bureau,
  /// and each reading is recorded. Absent means false.
  public var secret: Bool?
  /// The approved summary of the matter; never the complainant's words. Absent in the secret mode, and while none is
  /// approved.
  public var summary: String?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, from: String, to: String,
    toRegion: String, supervised: Bool, dueDates: [DueDate] = [], secret: Bool? = nil, summary: String? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.from = from
    self.to = to
    self.toRegion = toRegion
    self.supervised = supervised
    self.dueDates = dueDates
    self.secret = secret
    self.summary = summary
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    from = try fields.string("from")
    to = try fields.string("to")
    toRegion = try fields.region("toRegion")
    supervised = try fields.bool("supervised")
    dueDates = try fields.objects("dueDates", maximum: 16)
    secret = try fields.optionalBool("secret")
    summary = try fields.optionalText("summary", limit: 4096)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("from", from)
    object.set("to", to)
    object.set("toRegion", toRegion)
    object.set("supervised", supervised)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    object.set("secret", secret)
    object.set("summary", summary)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
