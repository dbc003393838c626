import Contracts
import FoundationEssentials

/// A project as staff have it approved.
struct ProjectForm: JSONConvertible, Sendable, Equatable {
  let title: String
  /// Where it is (GB/T 2260).
  let region: String
  let category: SpendingCategory
  /// The department that carries it out, as the rule packs code it.
  let department: String?
  let budgetFen: Int64
  /// Who approved it, and by which document.
  let approval: String

  init(
    title: String, region: String, category: SpendingCategory, department: String? = nil, budgetFen: Int64,
    approval: String
  ) {
    self.title = title
    self.region = region
    self.category = category
    self.department = department
    self.budgetFen = budgetFen
    self.approval = approval
  }

  init(fields: JSONFields) throws(ContractViolation) {
    title = try fields.text("title", limit: 512)
    region = try fields.region("region")
    category = try fields.code("category")
    department = try fields.optionalString("department", limit: 64)
    budgetFen = try fields.fen("budgetFen", minimum: 1)
    approval = try fields.text("approval", limit: 512)
    try SubjectCheck.check(region: region, field: fields.path("region"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("title", title)
    object.set("region", region)
    object.set("category", code: category)
    object.set("department", department)
    object.set("budgetFen", budgetFen)
    object.set("approval", approval)
    return .object(object)
  }
}
