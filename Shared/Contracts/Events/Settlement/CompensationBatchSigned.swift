public import FoundationEssentials

/// The agreements of a batch were signed together (集中签约).
public struct CompensationBatchSigned: EventPayload {
  public static let type: EventType = .compensationBatchSigned

  /// The batch.
  public var batchId: UUID
  /// The batch's number for people.
  public var batchNumber: String
  /// The region that the batch lies in (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// What each case comes to.
  public var amounts: [CaseAmount]
  /// Their sum, in fen.
  public var totalFen: Int64

  public init(
    batchId: UUID, batchNumber: String, region: String, at: Date, amounts: [CaseAmount], totalFen: Int64
  ) {
    self.batchId = batchId
    self.batchNumber = batchNumber
    self.region = region
    self.at = at
    self.amounts = amounts
    self.totalFen = totalFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    batchId = try fields.uuid("batchId")
    batchNumber = try fields.string("batchNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    amounts = try fields.objects("amounts", required: true, maximum: 500)
    totalFen = try fields.fen("totalFen")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("batchId", batchId)
    object.set("batchNumber", batchNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("amounts", amounts)
    object.set("totalFen", totalFen)
    return .object(object)
  }

  public var recordKey: String { batchId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
