public import FoundationEssentials

/// Both parties confirmed the panel of experts: it can be entrusted (委托).
public struct ExpertPanelConfirmed: EventPayload {
  public static let type: EventType = .expertPanelConfirmed

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that draws (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The cases that the panel assesses.
  public var caseIds: [String]
  /// The experts' numbers.
  public var panel: [String]

  public init(
    drawId: UUID, region: String, at: Date, caseIds: [String], panel: [String]
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.caseIds = caseIds
    self.panel = panel
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseIds = try fields.strings("caseIds", required: true, maximum: 500)
    panel = try fields.strings("panel", required: true)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("caseIds", caseIds)
    object.set("panel", panel)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
