public import FoundationEssentials

/// Money of the one account was spent on a project.
public struct FundProjectPaid: EventPayload {
  public static let type: EventType = .fundProjectPaid

  /// The project.
  public var projectId: UUID
  /// The project's number for people.
  public var projectNumber: String
  /// Where it is (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// What the money is for.
  public var category: SpendingCategory
  /// What may be spent, in fen.
  public var budgetFen: Int64
  /// The bank's number of the payment.
  public var paymentNumber: String
  /// What was paid out, in fen.
  public var amountFen: Int64
  /// What has been spent on the project in all, in fen.
  public var spentFen: Int64
  /// The case whose money it was, where it was tied to one.
  public var caseId: UUID?

  public init(
    projectId: UUID, projectNumber: String, region: String, at: Date, category: SpendingCategory, budgetFen: Int64,
    paymentNumber: String, amountFen: Int64, spentFen: Int64, caseId: UUID? = nil
  ) {
    self.projectId = projectId
    self.projectNumber = projectNumber
    self.region = region
    self.at = at
    self.category = category
    self.budgetFen = budgetFen
    self.paymentNumber = paymentNumber
    self.amountFen = amountFen
    self.spentFen = spentFen
    self.caseId = caseId
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    projectId = try fields.uuid("projectId")
    projectNumber = try fields.string("projectNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    category = try fields.code("category")
    budgetFen = try fields.fen("budgetFen")
    paymentNumber = try fields.string("paymentNumber", limit: 128)
    amountFen = try fields.fen("amountFen", minimum: 1)
    spentFen = try fields.fen("spentFen")
    caseId = try fields.optionalUUID("caseId")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("projectId", projectId)
    object.set("projectNumber", projectNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("category", code: category)
    object.set("budgetFen", budgetFen)
    object.set("paymentNumber", paymentNumber)
    object.set("amountFen", amountFen)
    object.set("spentFen", spentFen)
    object.set("caseId", caseId)
    return .object(object)
  }

  public var recordKey: String { projectId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, category.rawValue)]
  }
}
