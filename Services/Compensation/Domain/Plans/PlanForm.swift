import Civics
import Contracts
import FoundationEssentials

/// The tasks of a plan as staff enter them.
struct PlanForm: JSONConvertible, Sendable, Equatable {
  static let largest = 512

  let tasks: [PlanTask]

  init(_ tasks: [PlanTask]) { self.tasks = tasks }

  init(fields: JSONFields) throws(ContractViolation) {
    tasks = try fields.objects("tasks", required: true, maximum: Self.largest)
    guard !tasks.isEmpty else { throw ContractViolation(.fieldEmpty, field: fields.path("tasks")) }
    struct Key: Hashable {
      let region: String
      let department: String?
      let measure: PlanMeasure
    }
    var seen: Set<Key> = []
    for (index, task) in tasks.enumerated() {
      let field = "\(fields.path("tasks"))[\(index)]"
      try SubjectCheck.check(region: task.region, field: field + ".region")
      guard seen.insert(Key(region: task.region, department: task.department, measure: task.measure)).inserted else {
        throw ContractViolation(
          .fieldUnknownValue, field: field, message: "A county or department has one task for each measure.")
      }
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("tasks", tasks)
    return .object(object)
  }

  /// - Throws: a violation for a task of a county that does not lie in the plan's region.
  func check(within region: String) throws(ContractViolation) {
    let span = RegionSpan(region)
    for (index, task) in tasks.enumerated() where !(span.first...span.last).contains(task.region) {
      throw ContractViolation(
        .regionUnknown, field: "body.tasks[\(index)].region", message: "The county does not lie in \(region).")
    }
  }
}
