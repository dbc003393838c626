import Contracts
import FoundationEssentials

/// The preliminary check of a clue: the case is filed, or not started for a listed reason.
struct Check: CaseStep {
  static let name = StepName.check

  /// Whether the environment is damaged.
  var damaged: Bool
  /// Why no case is started; may also be given where there is damage, as where the obligor has already performed.
  var reason: NotStartedReason?
  /// Who is liable, where the check found out.
  var subjectKey: String?
  /// True when nobody liable can be found.
  var noObligor: Bool?

  init(damaged: Bool, reason: NotStartedReason? = nil, subjectKey: String? = nil, noObligor: Bool? = nil) {
    self.damaged = damaged
    self.reason = reason
    self.subjectKey = subjectKey
    self.noObligor = noObligor
  }

  init(fields: JSONFields) throws(ContractViolation) {
    damaged = try fields.bool("damaged")
    reason = try fields.optionalCode("reason")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    noObligor = try fields.optionalBool("noObligor")
    if let subjectKey { try SubjectCheck.check(subjectKey, field: fields.path("subjectKey")) }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("damaged", damaged)
    object.set("reason", code: reason)
    object.set("subjectKey", subjectKey)
    object.set("noObligor", noObligor)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    if let subjectKey {
      guard compensation.subjectKey == nil || compensation.subjectKey == subjectKey else {
        throw .invalid(field: "body.subjectKey", reason: "the case is about another subject")
      }
      compensation.subjectKey = subjectKey
    }
    if damaged, reason == nil { return [try file(&compensation, circumstances)] }
    return [try endWithoutCase(&compensation, circumstances)]
  }

  private func file(
    _ compensation: inout CompensationCase, _ circumstances: Circumstances
  ) throws(CompensationError) -> CompensationFiled {
    guard (compensation.subjectKey == nil) == (noObligor ?? false) else {
      throw .invalid(
        field: "body.noObligor",
        reason: compensation.subjectKey == nil
          ? "nobody liable is known: name the subject, or say that there is no obligor"
          : "the case has a subject, so it has an obligor")
    }
    let deadline = try circumstances.rules.deadline(.close, from: circumstances.now)
    compensation.meet(.check, at: circumstances.now)
    compensation.status = .filed
    compensation.filedAt = circumstances.now
    compensation.file.noObligor = noObligor ?? false
    compensation.file.deadlines.append(deadline)
    return CompensationFiled(
      caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
      subjectKey: compensation.subjectKey, dual: compensation.isDual, penaltyNumber: compensation.penalty?.number,
      noObligor: compensation.file.noObligor ? true : nil, dueDates: [deadline.dueDate])
  }

  private func endWithoutCase(
    _ compensation: inout CompensationCase, _ circumstances: Circumstances
  ) throws(CompensationError) -> CompensationNotStarted {
    guard let reason else {
      throw .invalid(field: "body.reason", reason: "say why no case is started")
    }
    guard !damaged || reason != .noDamage else {
      throw .invalid(field: "body.reason", reason: "damage was found, so this cannot be the reason")
    }
    let listed = try circumstances.rules.notStartedReasons()
    guard listed.contains(reason) else { throw .reasonNotListed(reason, listed: listed) }
    let article = try circumstances.rules.notStartedArticle()
    compensation.meet(.check, at: circumstances.now)
    compensation.status = .notStarted
    compensation.closedAt = circumstances.now
    compensation.file.notStarted = reason
    compensation.file.article = article
    return CompensationNotStarted(
      caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
      subjectKey: compensation.subjectKey, reason: reason, article: article,
      penaltyNumber: compensation.penalty?.number)
  }
}
