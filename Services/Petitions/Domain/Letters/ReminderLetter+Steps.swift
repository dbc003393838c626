import Civics
import Contracts
import FoundationEssentials

extension ReminderLetter {
  /// The keys in the rule packs.
  enum Key {
    static let acknowledgement = "petition.reminder.acknowledgement"
    static let answer = "petition.reminder.answer"
    static let demands = "petition.reminder.demands"
  }

  private func require(_ wanted: LetterStatus, for action: String) throws(LetterError) {
    guard status == wanted else { throw .outOfTurn(action: action, status: status) }
  }

  /// Puts other findings into the draft: staff approve every word that leaves.
  mutating func replace(_ findings: [ReminderFinding]) throws(LetterError) {
    try require(.draft, for: "findings")
    file.findings = findings
  }

  /// Signs and sends the letter; its periods start.
  mutating func issue(
    number: String, at now: Date, rules: PetitionRules
  ) throws(LetterError) -> ReminderLetterIssued {
    try require(.draft, for: "issue")
    guard !file.findings.isEmpty else { throw .noFindings }
    let dates: [Contracts.DueDate]
    let demands: [ReminderDemand]
    do throws(RuleLookupError) {
      dates = [try rules.dueDate(Key.acknowledgement, from: now), try rules.dueDate(Key.answer, from: now)]
      demands = try rules.rules.list(Key.demands).compactMap(ReminderDemand.init(ruleCode:))
    } catch {
      throw .rule(error)
    }
    self.number = number
    status = .issued
    file.acknowledgement = LetterClock(dates[0])
    file.answer = LetterClock(dates[1])
    let issued = ReminderLetterIssued(
      letterId: id, letterNumber: number, region: toRegion, at: now, from: fromUnit, to: toUnit, cause: cause,
      checkId: checkId, findings: file.findings, demands: demands, dueDates: dates)
    file.issued = issued
    return issued
  }

  /// The addressee acknowledges it (签收).
  mutating func acknowledge(at now: Date) throws(LetterError) -> ReminderLetterAcknowledged {
    try require(.issued, for: "acknowledge")
    status = .acknowledged
    file.acknowledgement?.metAt = now
    return ReminderLetterAcknowledged(
      letterId: id, letterNumber: number ?? "", region: toRegion, at: now, unit: toUnit)
  }

  /// The addressee reports what it has done.
  mutating func answer(_ answer: LetterAnswer, at now: Date) throws(LetterError) -> ReminderLetterAnswered {
    try require(.acknowledged, for: "answer")
    status = .answered
    file.answer?.metAt = now
    let answered = ReminderLetterAnswered(
      letterId: id, letterNumber: number ?? "", region: toRegion, at: now, unit: toUnit, rectified: answer.rectified,
      searched: answer.searched, likeProblems: answer.likeProblems, summary: answer.summary)
    file.answers.append(answered)
    return answered
  }

  /// The writer looks at the answer: enough, or to be answered anew.
  mutating func review(
    accepted: Bool, reason: String?, at now: Date, rules: PetitionRules
  ) throws(LetterError) -> ReminderLetterReviewed {
    try require(.answered, for: "review")
    var reviewed = ReminderLetterReviewed(
      letterId: id, letterNumber: number ?? "", region: toRegion, at: now, accepted: accepted)
    if accepted {
      status = .closed
    } else {
      guard let reason else { throw .noReason }
      do throws(RuleLookupError) {
        let due = try rules.dueDate(Key.answer, from: now)
        file.answer = LetterClock(due)
        reviewed.dueDates = [due]
      } catch {
        throw .rule(error)
      }
      reviewed.reason = reason
      status = .acknowledged
    }
    file.reviews.append(reviewed)
    return reviewed
  }

  /// Counts the running periods anew that hung on a calendar not announced yet.
  mutating func recount(_ rules: PetitionRules) throws(RuleLookupError) {
    for clock in [\LetterFile.acknowledgement, \LetterFile.answer] {
      guard let running = file[keyPath: clock], running.isRunning, running.dueDate.provisional == true else { continue }
      file[keyPath: clock]?.dueDate = try rules.dueDate(running.dueDate.rule, from: running.dueDate.start)
    }
  }

  /// Marks the periods that have run out by now.
  /// - Returns: one event for each, the earliest first; none for one told of before.
  mutating func findOverdue(at now: Date) -> [ReminderLetterOverdue] {
    var missed: [Contracts.DueDate] = []
    for clock in [\LetterFile.acknowledgement, \LetterFile.answer] {
      guard let running = file[keyPath: clock], running.isRunning, running.dueDate.due <= now else { continue }
      file[keyPath: clock]?.overdueAt = now
      missed.append(running.dueDate)
    }
    return missed.sorted { $0.due < $1.due }.map {
      ReminderLetterOverdue(
        letterId: id, letterNumber: number ?? "", region: toRegion, at: now, unit: toUnit, missed: $0)
    }
  }
}

extension ReminderDemand {
  /// Reads the code of a rule pack, `SEARCH_LIKE_PROBLEMS`.
  init?(ruleCode: String) {
    self.init(rawValue: String(ruleCode.lowercased().map { $0 == "_" ? "-" : $0 }))
  }
}
