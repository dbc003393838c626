import Contracts
import FoundationEssentials

/// A case as staff see it.
enum CaseView {
  /// A line of a list.
  static func line(_ compensation: CompensationCase) -> JSON {
    var object = compensation.state.json.object ?? JSONObject()
    object.set("petitionId", compensation.petitionId)
    object.set("penaltyNumber", compensation.penalty?.number)
    object.set("dual", compensation.isDual)
    object.set("noObligor", compensation.file.noObligor ? true : nil)
    object.set("factCodes", compensation.file.factCodes)
    return .object(object)
  }

  /// The whole case.
  static func detail(_ found: FindCase.Found) -> JSON {
    let compensation = found.compensation
    var object = line(compensation).object ?? JSONObject()
    object.set("correlationId", compensation.correlation)
    object.set("findingId", compensation.findingId)
    object.set("reason", code: compensation.file.notStarted)
    object.set("article", compensation.file.article)
    object.set("outcome", code: compensation.file.outcome)
    object.set("modes", codes: compensation.file.modes)
    object.set("deadlines", compensation.file.deadlines)
    object.set("receivedFen", found.receivedFen)
    object.set("payments", .array(found.payments))
    object.set("penalty", .array(found.penalty))
    object.set("nextSteps", CompensationCase.steps(in: compensation.status).map(\.rawValue))
    object.set("history", .array(found.history))
    return .object(object)
  }
}
