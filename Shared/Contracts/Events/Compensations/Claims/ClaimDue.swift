public import FoundationEssentials

/// The conditions of a claim are met: the insurer must pay within its period, without further reason.
public struct ClaimDue: EventPayload {
  public static let type: EventType = .claimDue

  /// The claim.
  public var claimId: UUID
  /// The claim's number for people.
  public var claimNumber: String
  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Why the insurer pays.
  public var ground: ClaimGround
  /// The policy.
  public var policyNumber: String
  /// What is claimed in all, in fen.
  public var claimedFen: Int64
  /// The conditions met, as the rule packs code them.
  public var conditions: [String]
  /// By when the insurer must have paid.
  public var dueDates: [DueDate]

  public init(
    claimId: UUID, claimNumber: String, caseId: UUID, caseNumber: String, region: String, at: Date, ground: ClaimGround,
    policyNumber: String, claimedFen: Int64, conditions: [String], dueDates: [DueDate]
  ) {
    self.claimId = claimId
    self.claimNumber = claimNumber
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.ground = ground
    self.policyNumber = policyNumber
    self.claimedFen = claimedFen
    self.conditions = conditions
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    claimId = try fields.uuid("claimId")
    claimNumber = try fields.string("claimNumber")
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    ground = try fields.code("ground")
    policyNumber = try fields.string("policyNumber", limit: 128)
    claimedFen = try fields.fen("claimedFen", minimum: 1)
    conditions = try fields.strings("conditions", required: true, maximum: 16)
    dueDates = try fields.objects("dueDates", required: true, maximum: 4)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("claimId", claimId)
    object.set("claimNumber", claimNumber)
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("ground", code: ground)
    object.set("policyNumber", policyNumber)
    object.set("claimedFen", claimedFen)
    object.set("conditions", conditions)
    object.set("dueDates", dueDates)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, ground.rawValue)]
  }
}
