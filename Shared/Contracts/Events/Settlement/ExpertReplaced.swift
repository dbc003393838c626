public import FoundationEssentials

/// An expert stood back, and the next of the draw took the place; both parties confirm anew.
public struct ExpertReplaced: EventPayload {
  public static let type: EventType = .expertReplaced

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that draws (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The cases that the panel assesses.
  public var caseIds: [String]
  /// Who stood back.
  public var expertNumber: String
  /// Why.
  public var reason: ExpertReplacement
  /// Who took the place; absent when the pool holds nobody more.
  public var replacement: String?

  public init(
    drawId: UUID, region: String, at: Date, caseIds: [String], expertNumber: String, reason: ExpertReplacement,
    replacement: String? = nil
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.caseIds = caseIds
    self.expertNumber = expertNumber
    self.reason = reason
    self.replacement = replacement
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseIds = try fields.strings("caseIds", required: true, maximum: 500)
    expertNumber = try fields.string("expertNumber")
    reason = try fields.code("reason")
    replacement = try fields.optionalString("replacement")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("caseIds", caseIds)
    object.set("expertNumber", expertNumber)
    object.set("reason", code: reason)
    object.set("replacement", replacement)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, reason.rawValue),
    ]
  }
}
