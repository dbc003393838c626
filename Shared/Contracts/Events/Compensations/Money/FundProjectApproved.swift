public import FoundationEssentials

/// A project was approved: money of the one account may be spent on it.
public struct FundProjectApproved: EventPayload {
  public static let type: EventType = .fundProjectApproved

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

  public init(
    projectId: UUID, projectNumber: String, region: String, at: Date, category: SpendingCategory, budgetFen: Int64
  ) {
    self.projectId = projectId
    self.projectNumber = projectNumber
    self.region = region
    self.at = at
    self.category = category
    self.budgetFen = budgetFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    projectId = try fields.uuid("projectId")
    projectNumber = try fields.string("projectNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    category = try fields.code("category")
    budgetFen = try fields.fen("budgetFen")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("projectId", projectId)
    object.set("projectNumber", projectNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("category", code: category)
    object.set("budgetFen", budgetFen)
    return .object(object)
  }

  public var recordKey: String { projectId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, category.rawValue)]
  }
}
