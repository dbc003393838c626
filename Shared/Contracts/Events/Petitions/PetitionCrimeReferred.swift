public import FoundationEssentials

/// A suspected crime was handed to the police (行刑衔接); the petitioner still gets an answer.
public struct PetitionCrimeReferred: EventPayload {
  public static let type: EventType = .petitionCrimeReferred

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The unit that refers.
  public var unit: String
  /// The authority that takes it.
  public var authority: String
  /// The article of criminal law.
  public var article: String
  /// The number of the letter (移送书).
  public var documentNumber: String
  /// The ids of the findings it rests on.
  public var findingIds: [String]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, unit: String, authority: String,
    article: String, documentNumber: String, findingIds: [String] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.unit = unit
    self.authority = authority
    self.article = article
    self.documentNumber = documentNumber
    self.findingIds = findingIds
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    unit = try fields.string("unit")
    authority = try fields.string("authority")
    article = try fields.string("article")
    documentNumber = try fields.string("documentNumber")
    findingIds = try fields.strings("findingIds", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("unit", unit)
    object.set("authority", authority)
    object.set("article", article)
    object.set("documentNumber", documentNumber)
    object.set("findingIds", findingIds.isEmpty ? nil : findingIds)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
