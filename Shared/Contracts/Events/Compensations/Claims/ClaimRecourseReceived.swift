public import FoundationEssentials

/// Money recovered from the obligor was booked for the insurer.
public struct ClaimRecourseReceived: EventPayload {
  public static let type: EventType = .claimRecourseReceived

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
  /// The obligor.
  public var subjectKey: String
  /// The bank's number of the payment.
  public var paymentNumber: String
  /// What was paid, in fen.
  public var amountFen: Int64
  /// What has been recovered in all, in fen.
  public var recoveredFen: Int64
  /// Whether all is recovered.
  public var complete: Bool

  public init(
    claimId: UUID, claimNumber: String, caseId: UUID, caseNumber: String, region: String, at: Date, ground: ClaimGround,
    policyNumber: String, subjectKey: String, paymentNumber: String, amountFen: Int64, recoveredFen: Int64,
    complete: Bool
  ) {
    self.claimId = claimId
    self.claimNumber = claimNumber
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.ground = ground
    self.policyNumber = policyNumber
    self.subjectKey = subjectKey
    self.paymentNumber = paymentNumber
    self.amountFen = amountFen
    self.recoveredFen = recoveredFen
    self.complete = complete
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
    subjectKey = try fields.subjectKey("subjectKey")
    paymentNumber = try fields.string("paymentNumber", limit: 128)
    amountFen = try fields.fen("amountFen", minimum: 1)
    recoveredFen = try fields.fen("recoveredFen")
    complete = try fields.bool("complete")
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
    object.set("subjectKey", subjectKey)
    object.set("paymentNumber", paymentNumber)
    object.set("amountFen", amountFen)
    object.set("recoveredFen", recoveredFen)
    object.set("complete", complete)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, ground.rawValue)]
  }
}
