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
  /// True when the damage lies inside an ecological red line: then the case must be started.
  var redLine: Bool?
  /// True when the obligor is known to have broken the law before within the rules' period, beside what this service was
  /// told of.
  var repeated: Bool?

  init(
    damaged: Bool, reason: NotStartedReason? = nil, subjectKey: String? = nil, noObligor: Bool? = nil,
    redLine: Bool? = nil, repeated: Bool? = nil
  ) {
    self.damaged = damaged
    self.reason = reason
    self.subjectKey = subjectKey
    self.noObligor = noObligor
    self.redLine = redLine
    self.repeated = repeated
  }

  init(fields: JSONFields) throws(ContractViolation) {
    damaged = try fields.bool("damaged")
    reason = try fields.optionalCode("reason")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    noObligor = try fields.optionalBool("noObligor")
    redLine = try fields.optionalBool("redLine")
    repeated = try fields.optionalBool("repeated")
    if let subjectKey { try SubjectCheck.check(subjectKey, field: fields.path("subjectKey")) }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("damaged", damaged)
    object.set("reason", code: reason)
    object.set("subjectKey", subjectKey)
    object.set("noObligor", noObligor)
    object.set("redLine", redLine)
    object.set("repeated", repeated)
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
    compensation.file.mustStart = try reasonsToStart(compensation, circumstances)
    if damaged, reason == nil { return try file(&compensation, circumstances) }
    return [try endWithoutCase(&compensation, circumstances)]
  }

  private func reasonsToStart(
    _ compensation: CompensationCase, _ circumstances: Circumstances
  ) throws(CompensationError) -> [MustStartReason] {
    guard damaged else { return [] }
    let since = try circumstances.rules.repeatedSince(compensation.openedAt)
    let isRepeated = repeated ?? false || circumstances.earlierActs.contains { $0 >= since }
    return (redLine ?? false ? [.redLine] : []) + (isRepeated ? [.repeated] : [])
  }

  /// A case goes on with a notice to the obligor and with whom the place always invites.
  private func file(
    _ compensation: inout CompensationCase, _ circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard (compensation.subjectKey == nil) == (noObligor ?? false) else {
      throw .invalid(
        field: "body.noObligor",
        reason: compensation.subjectKey == nil
          ? "nobody liable is known: name the subject, or say that there is no obligor"
          : "the case has a subject, so it has an obligor")
    }
    try compensation.enter(.filed, in: circumstances)
    compensation.meet(.check, at: circumstances.now)
    compensation.file.checkedAt = circumstances.now
    compensation.filedAt = circumstances.now
    compensation.file.noObligor = noObligor ?? false
    if compensation.file.department == nil {
      compensation.file.department = try circumstances.rules.leadDepartment()
    }
    let due = try compensation.start(.close, from: circumstances.now, rules: circumstances.rules)
    var events: [any EventPayload] = [
      CompensationFiled(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, dual: compensation.isDual, penaltyNumber: compensation.penalty?.number,
        noObligor: compensation.file.noObligor ? true : nil, mustStart: compensation.file.mustStart, dueDates: [due])
    ]
    if compensation.subjectKey != nil { events.append(try compensation.issueNotice(in: circumstances)) }
    for invitee in try circumstances.rules.invitedAtFiling() {
      events.append(try compensation.invite(invitee, in: circumstances))
    }
    return events
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
    try compensation.allow(reason, in: circumstances)
    let article = try circumstances.rules.article(CompensationRules.Key.reasons)
    try compensation.enter(.notStarted, in: circumstances)
    compensation.meetAll(at: circumstances.now)
    compensation.file.checkedAt = circumstances.now
    compensation.closedAt = circumstances.now
    compensation.file.notStarted = reason
    compensation.file.article = article
    return CompensationNotStarted(
      caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
      subjectKey: compensation.subjectKey, reason: reason, article: article,
      penaltyNumber: compensation.penalty?.number)
  }
}
