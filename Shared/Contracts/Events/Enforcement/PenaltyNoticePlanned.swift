public import FoundationEssentials

/// The prior notice of a penalty is planned: consultation on compensation must come before it.
public struct PenaltyNoticePlanned: EventPayload {
  public static let type: EventType = .penaltyNoticePlanned

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When the notice is to be sent.
  public var plannedFor: Date
  /// The unit that speaks.
  public var authority: String?
  /// The number of the penalty case.
  public var penaltyNumber: String
  /// The fine proposed, in fen.
  public var proposedFineFen: Int64?
  /// The article it rests on.
  public var article: String?

  public init(
    factId: String, subjectKey: String, region: String, plannedFor: Date, authority: String? = nil,
    penaltyNumber: String, proposedFineFen: Int64? = nil, article: String? = nil
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.plannedFor = plannedFor
    self.authority = authority
    self.penaltyNumber = penaltyNumber
    self.proposedFineFen = proposedFineFen
    self.article = article
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    plannedFor = try fields.instant("plannedFor")
    authority = try fields.optionalString("authority")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    proposedFineFen = try fields.optionalFen("proposedFineFen")
    article = try fields.optionalString("article")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("plannedFor", plannedFor)
    object.set("authority", authority)
    object.set("penaltyNumber", penaltyNumber)
    object.set("proposedFineFen", proposedFineFen)
    object.set("article", article)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
