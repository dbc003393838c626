import Contracts
import FoundationEssentials

/// A case as staff see it.
enum CaseView {
  /// A line of a list.
  static func line(_ compensation: CompensationCase) -> JSON {
    var object = compensation.state.json.object ?? JSONObject()
    object.set("dual", compensation.isDual)
    object.set("unit", compensation.file.unit)
    object.set("factCodes", compensation.file.factCodes)
    object.set("enteredAt", compensation.enteredAt)
    object.set("version", compensation.version)
    object.set("clueStands", compensation.clueStands ? nil : false)
    return .object(object)
  }

  /// The whole case.
  /// - Parameter documents: those that the rules know where the case stands.
  static func detail(_ found: FindCase.Found, documents: [NodeDocument]) -> JSON {
    let compensation = found.compensation
    let file = compensation.file
    var object = line(compensation).object ?? JSONObject()
    object.set("correlationId", compensation.correlation)
    object.set("findingId", compensation.findingId)
    object.set("mustStart", codes: file.mustStart.isEmpty ? nil : file.mustStart)
    object.set("reason", code: file.notStarted)
    object.set("article", file.article)
    object.set("investigation", file.investigation)
    object.set("outcome", code: file.outcome)
    object.set("performedAt", file.performedAt)
    object.set("modes", codes: file.modes)
    object.set("deadlines", file.deadlines)
    object.set("suspensions", file.suspensions)
    object.set("stages", file.stages)
    object.set("documents", file.documents)
    object.set("documentsExpected", .array(documents.map(expected)))
    object.set("notices", file.company.notices)
    object.set("invitations", file.company.invitations)
    object.set("keyCaseDetail", file.company.keyCase)
    object.set("settlement", file.settlement.isEmpty ? nil : SettlementView.json(file.settlement))
    object.set("consultations", file.consultations)
    object.set("gates", file.gates)
    object.set("breaches", file.breaches)
    object.set("corrections", file.corrections.isEmpty ? nil : file.corrections)
    object.set("policeTransfers", file.transfers.isEmpty ? nil : file.transfers)
    object.set("receivedFen", found.receivedFen)
    object.set("payments", .array(found.payments))
    object.set("penalty", .array(found.penalty))
    object.set("insurance", found.cover?.json)
    object.set("nextSteps", compensation.nextSteps.map(\.rawValue))
    object.set("history", .array(found.history))
    return .object(object)
  }

  static func expected(_ document: NodeDocument) -> JSON {
    var object = JSONObject()
    object.set("kind", document.kind)
    object.set("title", document.title)
    object.set("required", document.isRequired)
    object.set("template", document.hasTemplate)
    return .object(object)
  }
}
