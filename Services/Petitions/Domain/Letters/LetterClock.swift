import Contracts
import FoundationEssentials

/// One period that a work reminder letter sets.
struct LetterClock: JSONConvertible {
  var dueDate: Contracts.DueDate
  /// When what it asks for was done.
  var metAt: Date?
  /// When it was found to have run out.
  var overdueAt: Date?

  init(_ dueDate: Contracts.DueDate) {
    self.dueDate = dueDate
  }

  var isRunning: Bool { metAt == nil && overdueAt == nil }

  init(fields: JSONFields) throws(ContractViolation) {
    dueDate = try fields.object("dueDate")
    metAt = try fields.optionalInstant("metAt")
    overdueAt = try fields.optionalInstant("overdueAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("dueDate", dueDate)
    object.set("metAt", metAt)
    object.set("overdueAt", overdueAt)
    return .object(object)
  }
}
