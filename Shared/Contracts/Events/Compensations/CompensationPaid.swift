public import FoundationEssentials

/// Money for a case was booked on the one account.
public struct CompensationPaid: EventPayload {
  public static let type: EventType = .compensationPaid

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
  /// The payment.
  public var paymentId: UUID
  /// The bank's number of the payment.
  public var paymentNumber: String
  /// Who paid.
  public var payer: PayerKind
  /// When the bank had the money, in business time.
  public var paidAt: Date?
  /// What was paid, in fen.
  public var amountFen: Int64
  /// The part of it that is interest on late payment, in fen.
  public var interestFen: Int64?
  /// What of the amount fixed has been received in all, in fen: without interest on late payment.
  public var receivedFen: Int64
  /// The amount fixed for the case, in fen; absent until it is.
  public var fixedFen: Int64?
  /// The number of the penalty case.
  public var penaltyNumber: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, paymentId: UUID,
    paymentNumber: String, payer: PayerKind, paidAt: Date? = nil, amountFen: Int64, interestFen: Int64? = nil,
    receivedFen: Int64, fixedFen: Int64? = nil, penaltyNumber: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.paymentId = paymentId
    self.paymentNumber = paymentNumber
    self.payer = payer
    self.paidAt = paidAt
    self.amountFen = amountFen
    self.interestFen = interestFen
    self.receivedFen = receivedFen
    self.fixedFen = fixedFen
    self.penaltyNumber = penaltyNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    paymentId = try fields.uuid("paymentId")
    paymentNumber = try fields.string("paymentNumber", limit: 128)
    payer = try fields.code("payer")
    paidAt = try fields.optionalInstant("paidAt")
    amountFen = try fields.fen("amountFen", minimum: 1)
    interestFen = try fields.optionalFen("interestFen")
    receivedFen = try fields.fen("receivedFen")
    fixedFen = try fields.optionalFen("fixedFen")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("paymentId", paymentId)
    object.set("paymentNumber", paymentNumber)
    object.set("payer", code: payer)
    object.set("paidAt", paidAt)
    object.set("amountFen", amountFen)
    object.set("interestFen", interestFen)
    object.set("receivedFen", receivedFen)
    object.set("fixedFen", fixedFen)
    object.set("penaltyNumber", penaltyNumber)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, payer.rawValue)]
  }
}
