import Contracts
import FoundationEssentials

/// The body of a step with a batch: `common` for all its cases, and for single ones a line in `cases` over it.
enum BatchStepBody {
  static func read(_ json: JSON) throws(ContractViolation) -> TakeBatchStep.Body {
    let fields = try JSONFields(json, path: "body")
    var body = TakeBatchStep.Body(common: JSONObject(), cases: [:])
    if let common = fields.value("common") {
      body.common = try JSONFields(common, path: fields.path("common")).object
    }
    let lines = fields.value("cases") ?? .array([])
    guard let lines = lines.array else { throw fields.violation(.fieldType, "cases") }
    guard lines.count <= Batch.most else { throw fields.violation(.tooManyItems, "cases") }
    for (index, line) in lines.enumerated() {
      let own = try JSONFields(line, path: fields.path("cases[\(index)]"))
      let id = try own.uuid("caseId")
      guard body.cases[id] == nil else { throw own.violation(.fieldUnknownValue, "caseId", "The case comes twice.") }
      var object = own.object
      object["caseId"] = nil
      body.cases[id] = object
    }
    return body
  }
}
