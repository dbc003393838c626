public import FoundationEssentials

/// The case is closed and filed (汇总归档), all five steps done.
public struct PetitionArchived: EventPayload {
  public static let type: EventType = .petitionArchived

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The number of the file.
  public var fileNumber: String
  /// How many of the three contacts were made or lawfully spared.
  public var contacts: Int
  /// The petitioner's last verdict.
  public var satisfied: Bool?
  /// Whether the four promises were kept.
  public var promises: PetitionPromises?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, fileNumber: String, contacts: Int,
    satisfied: Bool? = nil, promises: PetitionPromises? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.fileNumber = fileNumber
    self.contacts = contacts
    self.satisfied = satisfied
    self.promises = promises
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    fileNumber = try fields.string("fileNumber")
    contacts = try fields.integer("contacts")
    satisfied = try fields.optionalBool("satisfied")
    promises = try fields.optionalObject("promises")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("fileNumber", fileNumber)
    object.set("contacts", contacts)
    object.set("satisfied", satisfied)
    object.set("promises", promises)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
