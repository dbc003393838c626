import Contracts
import FoundationEssentials

/// A batch as staff see it: each case with its own amount, and their sum.
enum BatchView {
  static func line(_ batch: Batch) -> JSON { .object(fields(batch)) }

  static func detail(_ batch: Batch, _ cases: [CompensationCase]) -> JSON {
    var object = fields(batch)
    object.set("cases", .array(cases.map(line)))
    object.set("totalFen", cases.reduce(Int64(0)) { $0 &+ ($1.amountFen ?? 0) })
    return .object(object)
  }

  private static func line(_ compensation: CompensationCase) -> JSON {
    var object = JSONObject()
    object.set("caseId", compensation.id)
    object.set("caseNumber", compensation.number)
    object.set("region", compensation.region)
    object.set("subjectKey", compensation.subjectKey)
    object.set("status", code: compensation.status)
    object.set("amountFen", compensation.amountFen)
    return .object(object)
  }

  private static func fields(_ batch: Batch) -> JSONObject {
    var object = JSONObject()
    object.set("batchId", batch.id)
    object.set("batchNumber", batch.number)
    object.set("region", batch.region)
    object.set("title", batch.title)
    object.set("likeness", batch.likeness)
    object.set("parts", codes: batch.parts)
    object.set("formedAt", batch.formedAt)
    object.set("caseIds", batch.caseIds.map(\.lowercased))
    object.set("version", batch.version)
    return object
  }
}
