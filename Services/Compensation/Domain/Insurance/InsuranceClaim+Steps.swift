import Civics
import Contracts
import FoundationEssentials

extension InsuranceClaim {
  /// Files a claim for a case against a policy.
  /// - Parameter leftFen: what is left of the policy's limit.
  static func file(
    _ form: ClaimForm, id: UUID, for compensation: CompensationCase, under policy: InsurancePolicy, leftFen: Int64,
    at now: Date
  ) throws(ClaimError) -> (InsuranceClaim, ClaimFiled) {
    try check(form.ground, of: compensation)
    guard let claimed = form.claimedFen else {
      throw .invalid(field: "body.lines", reason: "together the lines are more than can be claimed")
    }
    // The policy that counts is the one in force when the damage became known.
    let day = ShanghaiTime.day(of: compensation.openedAt)
    guard policy.covers(region: compensation.region, subjectKey: compensation.subjectKey, on: day) else {
      throw .notCovered(reason: "the policy is for another place, another enterprise, or another time than \(day)")
    }
    guard policy.covers(form.lines) else {
      throw .notCovered(
        reason: "the policy covers \(policy.form.coverage.map(\.rawValue).joined(separator: ", ")) alone")
    }
    guard claimed <= leftFen else { throw .aboveLimit(leftFen: leftFen) }
    let insurer = policy.form.insurers.first ?? policy.form.number
    let new = InsuranceClaim(
      id: id, number: number(of: compensation, day: now, id: id), caseId: compensation.id, policyId: policy.id,
      region: compensation.region,
      file: ClaimFile(
        ground: form.ground, policyNumber: policy.form.number, insurer: insurer, lines: form.lines, claimedFen: claimed,
        filedAt: now), updatedAt: now)
    let event = ClaimFiled(
      claimId: id, claimNumber: new.number, caseId: compensation.id, caseNumber: compensation.number,
      region: compensation.region, at: now, ground: form.ground, policyNumber: policy.form.number, insurer: insurer,
      lines: form.lines, claimedFen: claimed)
    return (new, event)
  }

  /// Without an obligor, or with one whose money is held up; only once the case is started and while it is open.
  private static func check(_ ground: ClaimGround, of compensation: CompensationCase) throws(ClaimError) {
    guard compensation.isOpen, compensation.filedAt != nil else { throw .caseOutOfTurn(compensation.status) }
    switch ground {
    case .noObligor where !compensation.file.noObligor:
      throw .invalid(field: "body.ground", reason: "the case has an obligor")
    case .delayed where compensation.file.noObligor:
      throw .invalid(field: "body.ground", reason: "the case has no obligor whose payment could be delayed")
    case .noObligor, .delayed: break
    }
  }

  private static func number(of compensation: CompensationCase, day now: Date, id: UUID) -> String {
    let written = CaseNumber(id: id, region: compensation.region, opened: ShanghaiTime.day(of: now)).text
    return "I" + written.dropFirst()
  }

  /// Notes conditions that are met; with the last of them the insurer's period begins to run.
  /// - Parameter met: when the last one was met; absent means now.
  mutating func meet(
    _ conditions: [MetCondition], at met: Date, now: Date, for compensation: CompensationCase, rules: ClaimRules
  ) throws(ClaimError) -> ClaimDue? {
    guard status == .filed else { throw .outOfTurn(step: "meet-conditions", status: status) }
    for condition in conditions {
      guard rules.conditions.contains(condition.code) else {
        throw .conditionNotListed(condition.code, listed: rules.conditions)
      }
      file.conditions.removeAll { $0.code == condition.code }
      file.conditions.append(condition)
    }
    updatedAt = now
    guard rules.conditions.allSatisfy({ code in file.conditions.contains { $0.code == code } }) else { return nil }
    let clock = try rules.clock(from: met)
    status = .due
    file.conditionsMetAt = met
    file.clock = clock
    return ClaimDue(
      claimId: id, claimNumber: number, caseId: caseId, caseNumber: compensation.number, region: region, at: now,
      ground: file.ground, policyNumber: file.policyNumber, claimedFen: file.claimedFen,
      conditions: rules.conditions, dueDates: [clock.dueDate])
  }

  /// Takes the claim back; what the insurer has paid cannot be.
  mutating func withdraw(
    _ reason: ClaimWithdrawal, at now: Date, for compensation: CompensationCase
  ) throws(ClaimError) -> ClaimWithdrawn {
    guard status.isOpen, paidFen == 0 else { throw .outOfTurn(step: "withdraw", status: status) }
    status = .withdrawn
    file.withdrawal = reason
    file.clock?.metAt = now
    updatedAt = now
    return ClaimWithdrawn(
      claimId: id, claimNumber: number, caseId: caseId, caseNumber: compensation.number, region: region, at: now,
      ground: file.ground, policyNumber: file.policyNumber, reason: reason)
  }

  /// Notes that the insurer recovers from an obligor: what it has paid, and no more.
  mutating func openRecourse(
    against subjectKey: String, at now: Date, for compensation: CompensationCase, rules: ClaimRules
  ) throws(ClaimError) -> ClaimRecourseOpened {
    guard rules.subrogation else {
      throw .invalid(field: "body.subjectKey", reason: "the rules leave the insurer no recourse")
    }
    guard paidFen > 0, file.recourse == nil else { throw .outOfTurn(step: "open-recourse", status: status) }
    if let liable = compensation.subjectKey, liable != subjectKey {
      throw .invalid(field: "body.subjectKey", reason: "the case is about another subject")
    }
    file.recourse = Recourse(subjectKey: subjectKey, amountFen: paidFen, openedAt: now)
    updatedAt = now
    return ClaimRecourseOpened(
      claimId: id, claimNumber: number, caseId: caseId, caseNumber: compensation.number, region: region, at: now,
      ground: file.ground, policyNumber: file.policyNumber, subjectKey: subjectKey, amountFen: paidFen)
  }

  /// Whether the insurer's period runs out now.
  /// - Returns: the event that tells of it, once.
  mutating func findOverdue(at now: Date, for compensation: CompensationCase) -> ClaimOverdue? {
    guard status == .due, file.clock?.runOut(at: now) == true, let clock = file.clock else { return nil }
    updatedAt = now
    return ClaimOverdue(
      claimId: id, claimNumber: number, caseId: caseId, caseNumber: compensation.number, region: region, at: now,
      ground: file.ground, policyNumber: file.policyNumber, missed: clock.dueDate, outstandingFen: outstandingFen)
  }
}
