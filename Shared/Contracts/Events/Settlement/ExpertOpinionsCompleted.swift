public import FoundationEssentials

/// Every expert of the panel gave an opinion (出具意见).
public struct ExpertOpinionsCompleted: EventPayload {
  public static let type: EventType = .expertOpinionsCompleted

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that draws (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The cases that the panel assesses.
  public var caseIds: [String]
  /// How many opinions there are.
  public var opinions: Int
  /// What the panel proposes, for each case; absent where no amount was asked for.
  public var amounts: [CaseAmount]
  /// Whether the damage can be restored, by most of the experts.
  public var restorability: Restorability?

  public init(
    drawId: UUID, region: String, at: Date, caseIds: [String], opinions: Int, amounts: [CaseAmount] = [],
    restorability: Restorability? = nil
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.caseIds = caseIds
    self.opinions = opinions
    self.amounts = amounts
    self.restorability = restorability
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseIds = try fields.strings("caseIds", required: true, maximum: 500)
    opinions = try fields.integer("opinions")
    amounts = try fields.objects("amounts", maximum: 500)
    restorability = try fields.optionalCode("restorability")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("caseIds", caseIds)
    object.set("opinions", opinions)
    object.set("amounts", amounts.isEmpty ? nil : amounts)
    object.set("restorability", code: restorability)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
