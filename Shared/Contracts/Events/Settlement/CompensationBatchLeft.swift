public import FoundationEssentials

/// A case left its batch and goes on alone.
public struct CompensationBatchLeft: EventPayload {
  public static let type: EventType = .compensationBatchLeft

  /// The batch.
  public var batchId: UUID
  /// The batch's number for people.
  public var batchNumber: String
  /// The region that the batch lies in (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The case.
  public var caseId: UUID
  /// Why, in words that staff approved.
  public var reason: String

  public init(
    batchId: UUID, batchNumber: String, region: String, at: Date, caseId: UUID, reason: String
  ) {
    self.batchId = batchId
    self.batchNumber = batchNumber
    self.region = region
    self.at = at
    self.caseId = caseId
    self.reason = reason
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    batchId = try fields.uuid("batchId")
    batchNumber = try fields.string("batchNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseId = try fields.uuid("caseId")
    reason = try fields.text("reason", limit: 1024)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("batchId", batchId)
    object.set("batchNumber", batchNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("caseId", caseId)
    object.set("reason", reason)
    return .object(object)
  }

  public var recordKey: String { batchId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
