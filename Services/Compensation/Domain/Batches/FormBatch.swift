import Contracts
import FoundationEssentials

/// Forms a batch of cases, as the body of its request.
struct FormBatch: JSONConvertible {
  /// The division that all cases lie in.
  var region: String
  var title: String
  /// In what the cases are alike (案件类型、损害后果相近).
  var likeness: String
  var caseIds: [UUID]
  /// What is done jointly; absent means all that the rules allow.
  var parts: [BatchPart]

  init(fields: JSONFields) throws(ContractViolation) {
    try SubjectCheck.check(region: try fields.region("region"), field: fields.path("region"))
    region = try fields.region("region")
    title = try fields.text("title", limit: 256)
    likeness = try fields.text("likeness", limit: 1024)
    caseIds = []
    for (index, text) in try fields.strings("caseIds", required: true, maximum: Batch.most).enumerated() {
      guard let id = UUID(text: text) else { throw fields.violation(.fieldFormat, "caseIds[\(index)]") }
      caseIds.append(id)
    }
    parts = try fields.codes("parts", maximum: 4)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("title", title)
    object.set("likeness", likeness)
    object.set("caseIds", caseIds.map(\.lowercased))
    object.set("parts", codes: parts.isEmpty ? nil : parts)
    return .object(object)
  }
}
