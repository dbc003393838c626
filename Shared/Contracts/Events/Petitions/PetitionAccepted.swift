public import FoundationEssentials

/// The bureau accepted the petition (受理).
public struct PetitionAccepted: EventPayload {
  public static let type: EventType = .petitionAccepted

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The procedure.
  public var procedure: PetitionProcedure
  /// The main kind of harm as the bureau sees it.
  public var category: Category
  /// The unit that accepted it.
  public var unit: String
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, procedure: PetitionProcedure,
    category: Category, unit: String, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.procedure = procedure
    self.category = category
    self.unit = unit
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    procedure = try fields.code("procedure")
    category = try fields.code("category")
    unit = try fields.string("unit")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("procedure", code: procedure)
    object.set("category", code: category)
    object.set("unit", unit)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, category.rawValue),
    ]
  }
}
