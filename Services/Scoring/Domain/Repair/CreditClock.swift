import Contracts
import FoundationEssentials

/// One period of a case about credit.
struct CreditClock: JSONConvertible {
  let kind: CreditClockKind
  var dueDate: Contracts.DueDate
  /// When what it asks for was done, or the right was used.
  var metAt: Date?
  /// When it was found to have run out.
  var overAt: Date?
  /// How many warnings were given.
  var warnings = 0

  init(_ kind: CreditClockKind, _ dueDate: Contracts.DueDate) {
    self.kind = kind
    self.dueDate = dueDate
  }

  var isRunning: Bool { metAt == nil && overAt == nil }
  /// Whether a duty has run out and is not made good.
  var isOverdue: Bool { kind.isDuty && metAt == nil && overAt != nil }

  init(fields: JSONFields) throws(ContractViolation) {
    kind = try fields.code("kind")
    dueDate = try fields.object("dueDate")
    metAt = try fields.optionalInstant("metAt")
    overAt = try fields.optionalInstant("overAt")
    warnings = try fields.optionalInteger("warnings") ?? 0
  }

  var json: JSON {
    var object = JSONObject()
    object.set("kind", code: kind)
    object.set("dueDate", dueDate)
    object.set("metAt", metAt)
    object.set("overAt", overAt)
    object.set("warnings", warnings == 0 ? nil : warnings)
    return .object(object)
  }
}
