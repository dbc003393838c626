public import FoundationEssentials

/// The insurer has not paid within its period.
public struct ClaimOverdue: EventPayload {
  public static let type: EventType = .claimOverdue

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
  /// The period that ran out.
  public var missed: DueDate
  /// What is still to be paid, in fen.
  public var outstandingFen: Int64

  public init(
    claimId: UUID, claimNumber: String, caseId: UUID, caseNumber: String, region: String, at: Date, ground: ClaimGround,
    policyNumber: String, missed: DueDate, outstandingFen: Int64
  ) {
    self.claimId = claimId
    self.claimNumber = claimNumber
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.ground = ground
    self.policyNumber = policyNumber
    self.missed = missed
    self.outstandingFen = outstandingFen
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
    missed = try fields.object("missed")
    outstandingFen = try fields.fen("outstandingFen")
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
    object.set("missed", missed)
    object.set("outstandingFen", outstandingFen)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, ground.rawValue)]
  }
}
