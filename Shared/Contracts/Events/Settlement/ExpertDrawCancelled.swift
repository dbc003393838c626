public import FoundationEssentials

/// A draw was given up; another may be opened.
public struct ExpertDrawCancelled: EventPayload {
  public static let type: EventType = .expertDrawCancelled

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that draws (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The cases that the panel assesses.
  public var caseIds: [String]
  /// Why, in words that staff approved.
  public var reason: String

  public init(
    drawId: UUID, region: String, at: Date, caseIds: [String], reason: String
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.caseIds = caseIds
    self.reason = reason
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseIds = try fields.strings("caseIds", required: true, maximum: 500)
    reason = try fields.text("reason", limit: 1024)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("caseIds", caseIds)
    object.set("reason", reason)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
