import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Takes a step with a work reminder letter: loads and locks it, lets the domain decide, saves, tells the world.
struct LetterTaker: Sendable {
  static let timer = "petition.reminder-due"

  /// What somebody wants to do with a letter.
  enum Step: Sendable {
    case findings([ReminderFinding])
    case issue
    case acknowledge
    case answer(LetterAnswer)
    case review(accepted: Bool, reason: String?)

    var name: String {
      switch self {
      case .findings: "findings"
      case .issue: "issue"
      case .acknowledge: "acknowledge"
      case .answer: "answer"
      case .review: "review"
      }
    }

    /// Whether it is the addressee's to take, not the writer's.
    var isAddressees: Bool {
      switch self {
      case .acknowledge, .answer: true
      case .findings, .issue, .review: false
      }
    }
  }

  let rules: RuleBook

  /// - Parameters:
  ///   - authorise: throws when the caller may not take this step with this letter, or not on this version of it.
  /// - Returns: the letter after the step; nil when there is none of this id.
  func callAsFunction(
    _ step: Step, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (ReminderLetter) throws -> Void
  ) async throws -> ReminderLetter? {
    guard var letter = try await LetterStore.lock([id], on: work.connection).first else { return nil }
    try authorise(letter)
    let event = try await take(step, with: &letter, by: caller, work: work)
    letter.updatedAt = work.now
    if let event { LetterTaker.tell(event, of: &letter, trace: caller.traceParent, work: work) }
    LetterTaker.schedule(letter, work: work)
    try await LetterStore.save(letter, on: work.connection)
    letter.version += 1
    work.record(
      AuditEntry(
        actor: caller.subject, action: "reminder-letter.\(step.name)", subject: id.lowercased,
        cause: caller.requestId))
    return letter
  }

  private func take(
    _ step: Step, with letter: inout ReminderLetter, by caller: Caller, work: UnitOfWork
  ) async throws -> (any EventPayload)? {
    switch step {
    case .findings(let findings):
      let known = try await FindingCheck.completed(findings, in: letter.toRegion, on: work.connection)
      try letter.replace(known)
      return nil
    case .issue:
      let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
      guard letter.status == .draft, !letter.file.findings.isEmpty else {
        // Let the domain say why, before a number is taken.
        return try letter.issue(number: "", at: work.now, rules: rules)
      }
      let number = try await LetterNumber.next(for: letter, at: work.now, on: work.connection)
      return try letter.issue(number: number, at: work.now, rules: rules)
    case .acknowledge: return try letter.acknowledge(at: work.now)
    case .answer(let answer):
      try await recordSearch(answer, of: letter, by: caller, work: work)
      return try letter.answer(answer, at: work.now)
    case .review(let accepted, let reason):
      let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
      return try letter.review(accepted: accepted, reason: reason, at: work.now, rules: rules)
    }
  }

  /// A search for like problems (举一反三) is own screening, and counts as such.
  private func recordSearch(
    _ answer: LetterAnswer, of letter: ReminderLetter, by caller: Caller, work: UnitOfWork
  ) async throws {
    guard letter.status == .acknowledged, answer.searched > 0 else { return }
    let record = StaffRecord(
      id: UUID(), kind: .screening, day: ShanghaiTime.day(of: work.now), region: letter.toRegion, letterId: letter.id,
      searched: answer.searched, found: answer.likeProblems, summary: answer.summary, recordedBy: caller.subject,
      recordedAt: work.now)
    try await StaffRecordStore.insert(record, on: work.connection)
    try await FigureStore.append(record.cells, on: work.connection)
  }

  static func tell(
    _ event: any EventPayload, of letter: inout ReminderLetter, trace: TraceParent? = nil, work: UnitOfWork
  ) {
    letter.sequence += 1
    // The letter and the number of the event name its cause: each step happens once.
    let cause = Cause(
      id: "reminder-letter:\(letter.id.lowercased):\(letter.sequence)", correlation: letter.id.lowercased,
      traceParent: trace)
    work.emit(PetitionAnnouncements.outbound(event, on: .petitions, sequence: letter.sequence, cause: cause))
  }

  /// One timer a letter, at the first period that runs.
  static func schedule(_ letter: ReminderLetter, work: UnitOfWork) {
    guard let due = letter.running.map(\.dueDate.due).min() else {
      work.cancel(timers: [timer], of: letter.id.lowercased)
      return
    }
    work.schedule(DurableTimer(kind: timer, subject: letter.id.lowercased, due: due))
  }
}
