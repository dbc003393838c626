public import FoundationEssentials

/// The matter was settled with the petitioner in writing (调解、和解).
public struct PetitionSettled: EventPayload {
  public static let type: EventType = .petitionSettled

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// How.
  public var mode: SettlementMode
  /// The number of the written agreement.
  public var documentNumber: String

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, mode: SettlementMode, documentNumber: String
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.mode = mode
    self.documentNumber = documentNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    mode = try fields.code("mode")
    documentNumber = try fields.string("documentNumber")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("mode", code: mode)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
