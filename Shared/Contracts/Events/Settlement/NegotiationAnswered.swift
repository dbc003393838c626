public import FoundationEssentials

/// The obligor answered whether it will negotiate.
public struct NegotiationAnswered: EventPayload {
  public static let type: EventType = .negotiationAnswered

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable; absent when unknown.
  public var subjectKey: String?
  /// The batch (集约办案) it was done in.
  public var batchId: UUID?
  /// Which negotiation of the case it is, from 1.
  public var negotiation: Int
  /// Whether it will.
  public var willing: Bool

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    negotiation: Int, willing: Bool
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.negotiation = negotiation
    self.willing = willing
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    negotiation = try fields.integer("negotiation")
    willing = try fields.bool("willing")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("batchId", batchId)
    object.set("negotiation", negotiation)
    object.set("willing", willing)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
