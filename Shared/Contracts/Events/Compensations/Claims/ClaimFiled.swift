public import FoundationEssentials

/// A claim was filed with the insurer.
public struct ClaimFiled: EventPayload {
  public static let type: EventType = .claimFiled

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
  /// The insurer that leads the pool.
  public var insurer: String
  /// What is claimed, by cover.
  public var lines: [ClaimLine]
  /// What is claimed in all, in fen.
  public var claimedFen: Int64

  public init(
    claimId: UUID, claimNumber: String, caseId: UUID, caseNumber: String, region: String, at: Date, ground: ClaimGround,
    policyNumber: String, insurer: String, lines: [ClaimLine], claimedFen: Int64
  ) {
    self.claimId = claimId
    self.claimNumber = claimNumber
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.ground = ground
    self.policyNumber = policyNumber
    self.insurer = insurer
    self.lines = lines
    self.claimedFen = claimedFen
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
    insurer = try fields.string("insurer")
    lines = try fields.objects("lines", required: true, maximum: 8)
    claimedFen = try fields.fen("claimedFen", minimum: 1)
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
    object.set("insurer", insurer)
    object.set("lines", lines)
    object.set("claimedFen", claimedFen)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, ground.rawValue)]
  }
}
