public import FoundationEssentials

/// The case has its lead (主办) and assisting (协办) units.
public struct PetitionAssigned: EventPayload {
  public static let type: EventType = .petitionAssigned

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The lead unit.
  public var lead: String
  /// Assisting units and agencies, outside the bureau too.
  public var assisting: [String]
  /// The grid cell the case is pinned to (网格).
  public var grid: String?
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, lead: String,
    assisting: [String] = [], grid: String? = nil, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.lead = lead
    self.assisting = assisting
    self.grid = grid
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    lead = try fields.string("lead")
    assisting = try fields.strings("assisting", maximum: 32)
    grid = try fields.optionalString("grid")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("lead", lead)
    object.set("assisting", assisting.isEmpty ? nil : assisting)
    object.set("grid", grid)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
