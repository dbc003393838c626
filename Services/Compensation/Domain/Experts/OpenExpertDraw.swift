import Contracts
import FoundationEssentials

/// Opens a joint draw for a case or for a batch, as the body of its request.
struct OpenExpertDraw: JSONConvertible {
  /// The case; absent for a batch.
  var caseId: UUID?
  /// The batch (集约办案) that one panel assesses together.
  var batchId: UUID?
  /// What the experts must know; one of them is enough for each expert.
  var fields: [ExpertField]
  /// From whose pools; absent means both.
  var levels: [PoolLevel]
  /// How many experts; absent means the least that the rules allow.
  var panelSize: Int?

  init(
    caseId: UUID? = nil, batchId: UUID? = nil, fields: [ExpertField], levels: [PoolLevel] = [], panelSize: Int? = nil
  ) {
    self.caseId = caseId
    self.batchId = batchId
    self.fields = fields
    self.levels = levels
    self.panelSize = panelSize
  }

  init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.optionalUUID("caseId")
    batchId = try fields.optionalUUID("batchId")
    self.fields = try fields.codes("fields", required: true, maximum: 16)
    levels = try fields.codes("levels", maximum: 2)
    panelSize = try fields.optionalInteger("panelSize")

    guard !self.fields.isEmpty else { throw fields.violation(.fieldEmpty, "fields") }
    guard (caseId == nil) != (batchId == nil) else { throw fields.violation(.fieldMissing, "caseId") }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("batchId", batchId)
    object.set("fields", codes: fields)
    object.set("levels", codes: levels.isEmpty ? nil : levels)
    object.set("panelSize", panelSize)
    return .object(object)
  }
}
