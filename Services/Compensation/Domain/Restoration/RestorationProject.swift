import Contracts
import FoundationEssentials

/// A restoration from its plan to the evaluation that finds its goals met.
struct RestorationProject: JSONConvertible {
  var id: UUID
  var performer: RestorationPerformer
  /// What is to be done.
  var measures: [RestorationMeasure]
  /// What was done, added up by mode, unit and work.
  var done: [RestorationMeasure]
  var startedAt: Date?
  /// When all of it was last found done.
  var completedAt: Date?
  var evaluations: [RestorationEvaluation]
  /// When its goals were found met, or it was done and needs no evaluation.
  var metAt: Date?
  /// When the authority took it over (代为修复).
  var takenOverAt: Date?
  /// What the obligor owes for that, in fen.
  var costFen: Int64?

  init(
    id: UUID, performer: RestorationPerformer, measures: [RestorationMeasure] = [], done: [RestorationMeasure] = [],
    startedAt: Date? = nil, completedAt: Date? = nil, evaluations: [RestorationEvaluation] = [], metAt: Date? = nil,
    takenOverAt: Date? = nil, costFen: Int64? = nil
  ) {
    self.id = id
    self.performer = performer
    self.measures = measures
    self.done = done
    self.startedAt = startedAt
    self.completedAt = completedAt
    self.evaluations = evaluations
    self.metAt = metAt
    self.takenOverAt = takenOverAt
    self.costFen = costFen
  }

  init(fields: JSONFields) throws(ContractViolation) {
    id = try fields.uuid("id")
    performer = try fields.code("performer")
    measures = try fields.objects("measures", maximum: 32)
    done = try fields.objects("done", maximum: 32)
    startedAt = try fields.optionalInstant("startedAt")
    completedAt = try fields.optionalInstant("completedAt")
    evaluations = try fields.objects("evaluations")
    metAt = try fields.optionalInstant("metAt")
    takenOverAt = try fields.optionalInstant("takenOverAt")
    costFen = try fields.optionalFen("costFen")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("id", id)
    object.set("performer", code: performer)
    object.set("measures", measures.isEmpty ? nil : measures)
    object.set("done", done.isEmpty ? nil : done)
    object.set("startedAt", startedAt)
    object.set("completedAt", completedAt)
    object.set("evaluations", evaluations.isEmpty ? nil : evaluations)
    object.set("metAt", metAt)
    object.set("takenOverAt", takenOverAt)
    object.set("costFen", costFen)
    return .object(object)
  }
}
