import Contracts
import FoundationEssentials

/// A case that city or county follow (重点案件), until that is lifted.
struct KeyCase: JSONConvertible {
  let level: KeyCaseLevel
  let reason: KeyCaseReason
  /// Who answers for it.
  let leader: String?
  let since: Date

  init(level: KeyCaseLevel, reason: KeyCaseReason, leader: String?, since: Date) {
    self.level = level
    self.reason = reason
    self.leader = leader
    self.since = since
  }

  init(fields: JSONFields) throws(ContractViolation) {
    level = try fields.code("level")
    reason = try fields.code("reason")
    leader = try fields.optionalString("leader")
    since = try fields.instant("since")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("level", code: level)
    object.set("reason", code: reason)
    object.set("leader", leader)
    object.set("since", since)
    return .object(object)
  }
}
