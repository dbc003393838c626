import Contracts
import FoundationEssentials

/// What the parties agreed (赔偿协议), and how it is performed.
struct Agreement: JSONConvertible {
  var agreementNumber: String
  var signedAt: Date
  /// The amount fixed, in fen.
  var amountFen: Int64
  var modes: [RestorationMode]
  /// What is done in kind; each makes good a part of the amount.
  var measures: [RestorationMeasure]
  /// What is paid, in the order of its days.
  var instalments: [AgreedInstalment]
  /// The first instant after the day by which all is done.
  var performBy: Date
  var document: EvidenceReference?
  var court: CourtConfirmation?
  /// When it was found not to be performed.
  var defaultedAt: Date?

  init(
    agreementNumber: String, signedAt: Date, amountFen: Int64, modes: [RestorationMode],
    measures: [RestorationMeasure] = [], instalments: [AgreedInstalment] = [], performBy: Date,
    document: EvidenceReference? = nil, court: CourtConfirmation? = nil, defaultedAt: Date? = nil
  ) {
    self.agreementNumber = agreementNumber
    self.signedAt = signedAt
    self.amountFen = amountFen
    self.modes = modes
    self.measures = measures
    self.instalments = instalments
    self.performBy = performBy
    self.document = document
    self.court = court
    self.defaultedAt = defaultedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    agreementNumber = try fields.string("agreementNumber")
    signedAt = try fields.instant("signedAt")
    amountFen = try fields.fen("amountFen")
    modes = try fields.codes("modes", required: true, maximum: 16)
    measures = try fields.objects("measures", maximum: 32)
    instalments = try fields.objects("instalments")
    performBy = try fields.instant("performBy")
    document = try fields.optionalObject("document")
    court = try fields.optionalObject("court")
    defaultedAt = try fields.optionalInstant("defaultedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("agreementNumber", agreementNumber)
    object.set("signedAt", signedAt)
    object.set("amountFen", amountFen)
    object.set("modes", codes: modes)
    object.set("measures", measures.isEmpty ? nil : measures)
    object.set("instalments", instalments.isEmpty ? nil : instalments)
    object.set("performBy", performBy)
    object.set("document", document)
    object.set("court", court)
    object.set("defaultedAt", defaultedAt)
    return .object(object)
  }

  /// Whether a court confirmed it: then it can be enforced (最高人民法院 若干规定 第二十一条).
  var isConfirmed: Bool { court?.decision == .confirmed }
  /// What is to be paid altogether, in fen. Amounts were checked when it was signed, so the sum fits.
  var moneyFen: Int64 { instalments.reduce(0) { $0 &+ $1.amountFen } }

  /// What is not covered by what was received, in fen.
  func outstandingFen(received: Int64) -> Int64 { max(0, moneyFen - max(0, received)) }
}
