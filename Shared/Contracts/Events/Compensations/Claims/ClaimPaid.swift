public import FoundationEssentials

/// The insurer paid.
public struct ClaimPaid: EventPayload {
  public static let type: EventType = .claimPaid

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
  /// The bank's number of the payment.
  public var paymentNumber: String
  /// What was paid, in fen.
  public var amountFen: Int64
  /// What the insurer has paid in all, in fen.
  public var paidFen: Int64
  /// What is claimed in all, in fen.
  public var claimedFen: Int64
  /// Whether all is paid.
  public var complete: Bool
  /// Whether it was paid within the period.
  public var onTime: Bool

  public init(
    claimId: UUID, claimNumber: String, caseId: UUID, caseNumber: String, region: String, at: Date, ground: ClaimGround,
    policyNumber: String, paymentNumber: String, amountFen: Int64, paidFen: Int64, claimedFen: Int64, complete: Bool,
    onTime: Bool
  ) {
    self.claimId = claimId
    self.claimNumber = claimNumber
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.ground = ground
    self.policyNumber = policyNumber
    self.paymentNumber = paymentNumber
    self.amountFen = amountFen
    self.paidFen = paidFen
    self.claimedFen = claimedFen
    self.complete = complete
    self.onTime = onTime
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
    paymentNumber = try fields.string("paymentNumber", limit: 128)
    amountFen = try fields.fen("amountFen", minimum: 1)
    paidFen = try fields.fen("paidFen")
    claimedFen = try fields.fen("claimedFen", minimum: 1)
    complete = try fields.bool("complete")
    onTime = try fields.bool("onTime")
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
    object.set("paymentNumber", paymentNumber)
    object.set("amountFen", amountFen)
    object.set("paidFen", paidFen)
    object.set("claimedFen", claimedFen)
    object.set("complete", complete)
    object.set("onTime", onTime)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, ground.rawValue)]
  }
}
