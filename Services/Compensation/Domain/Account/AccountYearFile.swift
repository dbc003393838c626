import Contracts
import FoundationEssentials

/// What belongs to a year of the account beside where it stands.
struct AccountYearFile: JSONConvertible, Sendable {
  /// By when it must be audited.
  var clock: LegalClock
  /// As the books were when they were closed.
  var statement: YearStatement?
  var closedAt: Date?
  var closedBy: String?
  var audit: AuditReport?
  var auditedAt: Date?
  var auditedBy: String?
  /// How many events the year has had.
  var sequence: Int64 = 0

  init(clock: LegalClock) { self.clock = clock }

  init(fields: JSONFields) throws(ContractViolation) {
    clock = try fields.object("clock")
    statement = try fields.optionalObject("statement")
    closedAt = try fields.optionalInstant("closedAt")
    closedBy = try fields.optionalString("closedBy")
    audit = try fields.optionalObject("audit")
    auditedAt = try fields.optionalInstant("auditedAt")
    auditedBy = try fields.optionalString("auditedBy")
    sequence = Int64(try fields.integer("sequence"))
  }

  var json: JSON {
    var object = JSONObject()
    object.set("clock", clock)
    object.set("statement", statement)
    object.set("closedAt", closedAt)
    object.set("closedBy", closedBy)
    object.set("audit", audit)
    object.set("auditedAt", auditedAt)
    object.set("auditedBy", auditedBy)
    object.set("sequence", sequence)
    return .object(object)
  }
}
