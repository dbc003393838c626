public import FoundationEssentials

/// A round of negotiation was held (磋商会议).
public struct NegotiationHeld: EventPayload {
  public static let type: EventType = .negotiationHeld

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
  /// Which round of it, from 1.
  public var round: Int
  /// When the parties met.
  public var heldAt: Date
  /// What it came to.
  public var outcome: RoundOutcome
  /// What was claimed, in fen.
  public var claimFen: Int64?
  /// What the obligor offered, in fen.
  public var offerFen: Int64?
  /// Who took part.
  public var participants: [MeetingParticipant]

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    negotiation: Int, round: Int, heldAt: Date, outcome: RoundOutcome, claimFen: Int64? = nil, offerFen: Int64? = nil,
    participants: [MeetingParticipant] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.negotiation = negotiation
    self.round = round
    self.heldAt = heldAt
    self.outcome = outcome
    self.claimFen = claimFen
    self.offerFen = offerFen
    self.participants = participants
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    negotiation = try fields.integer("negotiation")
    round = try fields.integer("round")
    heldAt = try fields.instant("heldAt")
    outcome = try fields.code("outcome")
    claimFen = try fields.optionalFen("claimFen")
    offerFen = try fields.optionalFen("offerFen")
    participants = try fields.objects("participants", maximum: 16)
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
    object.set("round", round)
    object.set("heldAt", heldAt)
    object.set("outcome", code: outcome)
    object.set("claimFen", claimFen)
    object.set("offerFen", offerFen)
    object.set("participants", participants.isEmpty ? nil : participants)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, outcome.rawValue),
    ]
  }
}
