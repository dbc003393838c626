public import FoundationEssentials

/// The police answered a referral.
public struct PetitionPoliceAnswered: EventPayload {
  public static let type: EventType = .petitionPoliceAnswered

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The authority that answered.
  public var authority: String
  /// True when it filed a case (立案).
  public var filed: Bool
  /// The number of its answer.
  public var documentNumber: String?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, authority: String, filed: Bool,
    documentNumber: String? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.authority = authority
    self.filed = filed
    self.documentNumber = documentNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    authority = try fields.string("authority")
    filed = try fields.bool("filed")
    documentNumber = try fields.optionalString("documentNumber")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("authority", authority)
    object.set("filed", filed)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
