public import FoundationEssentials

/// The bureau did not accept the petition (不予受理); telling so is the second contact.
public struct PetitionRefused: EventPayload {
  public static let type: EventType = .petitionRefused

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Why.
  public var reason: RefusalReason
  /// The article behind it.
  public var article: String?
  /// The unit or authority the petitioner is referred to.
  public var referredTo: String?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, reason: RefusalReason,
    article: String? = nil, referredTo: String? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.reason = reason
    self.article = article
    self.referredTo = referredTo
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    reason = try fields.code("reason")
    article = try fields.optionalString("article")
    referredTo = try fields.optionalString("referredTo")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("reason", code: reason)
    object.set("article", article)
    object.set("referredTo", referredTo)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
