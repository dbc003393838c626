public import FoundationEssentials

/// Money for a compensation case arrived on the one account.
public struct PaymentReceived: EventPayload {
  public static let type: EventType = .paymentReceived

  /// The bank's number of the payment; with the source it is the payment's identity.
  public var paymentNumber: String
  /// The compensation case.
  public var caseId: UUID
  /// The amount, in fen.
  public var amountFen: Int64
  /// When it was credited.
  public var receivedAt: Date
  /// Who paid.
  public var payer: PayerKind
  /// The account credited, as the treasury names it.
  public var account: String?
  /// The bank's reference.
  public var remark: String?

  public init(
    paymentNumber: String, caseId: UUID, amountFen: Int64, receivedAt: Date, payer: PayerKind,
    account: String? = nil, remark: String? = nil
  ) {
    self.paymentNumber = paymentNumber
    self.caseId = caseId
    self.amountFen = amountFen
    self.receivedAt = receivedAt
    self.payer = payer
    self.account = account
    self.remark = remark
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    paymentNumber = try fields.string("paymentNumber", limit: 128)
    caseId = try fields.uuid("caseId")
    amountFen = try fields.fen("amountFen", minimum: 1)
    receivedAt = try fields.instant("receivedAt")
    payer = try fields.code("payer")
    account = try fields.optionalString("account")
    remark = try fields.optionalString("remark", limit: 512)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("paymentNumber", paymentNumber)
    object.set("caseId", caseId)
    object.set("amountFen", amountFen)
    object.set("receivedAt", receivedAt)
    object.set("payer", code: payer)
    object.set("account", account)
    object.set("remark", remark)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.kind, payer.rawValue)] }
}
