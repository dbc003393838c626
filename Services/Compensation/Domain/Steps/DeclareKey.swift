import Contracts

/// Follows the case as a key case of city or county (重点案件).
struct DeclareKey: CaseStep {
  static let name = StepName.declareKey

  var level: KeyCaseLevel
  var reason: KeyCaseReason
  /// Who answers for it, as the token names them.
  var leader: String?

  init(level: KeyCaseLevel, reason: KeyCaseReason, leader: String? = nil) {
    self.level = level
    self.reason = reason
    self.leader = leader
  }

  init(fields: JSONFields) throws(ContractViolation) {
    level = try fields.code("level")
    reason = try fields.code("reason")
    leader = try fields.optionalString("leader")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("level", code: level)
    object.set("reason", code: reason)
    object.set("leader", leader)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let followed = compensation.file.company.keyCase?.level
    guard followed != level else {
      throw .invalid(field: "body.level", reason: "the case is followed at this level")
    }
    guard level == .county || circumstances.isOfCity else {
      throw .invalid(field: "body.level", reason: "a key case of the city is declared by the city")
    }
    guard followed != .city || circumstances.isOfCity else {
      throw .invalid(field: "body.level", reason: "the city follows the case: it alone may change that")
    }
    compensation.file.company.keyCase = KeyCase(
      level: level, reason: reason, leader: leader, since: circumstances.now)
    return [
      CompensationKeyCaseDeclared(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, level: level, reason: reason)
    ]
  }
}
