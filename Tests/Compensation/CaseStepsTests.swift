import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("The steps of a case")
struct CaseStepsTests {
  private func circumstances(_ now: Date, received: Int64 = 0) throws -> Circumstances {
    Circumstances(now: now, rules: try Fixtures.rules(at: now), receivedFen: received)
  }

  @Test("a clue is checked within 30 days, a case closed within three months, both to the working day after a rest day")
  func dueDates() throws {
    let opened = try Fixtures.instant(2025, 11, 28)
    var compensation = try Fixtures.opened(at: opened)
    // 28 December 2025 is a Sunday.
    #expect(compensation.file.deadlines.map(\.dueDate.due) == [try Fixtures.instant(2025, 12, 30, hour: 0)])
    let filed = try Fixtures.instant(2025, 11, 30)
    _ = try Check(damaged: true).take(on: &compensation, in: circumstances(filed))
    // 30 February does not exist; the last day of February 2026 is a working Saturday.
    let close = try #require(compensation.file.deadlines.first { $0.kind == .close })
    #expect(close.dueDate.count == .months && close.dueDate.length == 3)
    #expect(close.internalDue == (try Fixtures.instant(2026, 3, 1, hour: 0)))
    #expect(close.pack == "zhangzhou")
    // The notice is to be served within seven working days.
    #expect(compensation.state.nextDue?.rule == "compensation.notice.service")
    _ = try ServeNotice(method: .mail).take(on: &compensation, in: circumstances(filed))
    #expect(compensation.state.nextDue == close.dueDate)
  }

  @Test("the number follows from the clue: the same again gives the same, another gives another")
  func numbers() throws {
    let day = try #require(CivilDate(year: 2026, month: 1, day: 6))
    let first = CaseNumber(id: Clue.id("penalty", "/enforcement/a", "罚1"), region: "350602", opened: day)
    let again = CaseNumber(id: Clue.id("penalty", "/enforcement/a", "罚1"), region: "350602", opened: day)
    let other = CaseNumber(id: Clue.id("penalty", "/enforcement/b", "罚1"), region: "350602", opened: day)
    #expect(first == again && first != other)
    #expect(first.text.hasPrefix("C2026-350602-") && first.text.utf8.count == 24)
    #expect(Clue.id("a", "bc") != Clue.id("ab", "c"))
  }

  @Test("a step out of turn is refused, with the steps that may be taken instead")
  func turns() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 1, 6))
    let allowed: [StepName] = [.check, .assign, .fileDocument, .declareKey, .liftKey]
    #expect(throws: CompensationError.outOfTurn(step: .close, status: .clue, allowed: allowed)) {
      try walk.take(Close(outcome: .suit, performed: false))
    }
    try walk.take(Check(damaged: true))
    #expect(throws: CompensationError.self) { try walk.take(Check(damaged: true)) }
    #expect(!walk.compensation.nextSteps.contains(.check) && !walk.compensation.nextSteps.contains(.close))
    try walk.take(Terminate(reason: .judgment))
    #expect(throws: CompensationError.outOfTurn(step: .close, status: .closed, allowed: [])) {
      try walk.take(Close(outcome: .suit, performed: false))
    }
    for step in StepName.allCases { #expect(!step.turns.contains(.closed) && !step.turns.contains(.notStarted)) }
  }

  @Test("a case is not started for a listed reason only, and damage cannot be none and found")
  func reasons() throws {
    let now = try Fixtures.instant(2026, 1, 6)
    let clue = try Fixtures.opened(at: now)
    for reason in NotStartedReason.allCases {
      var compensation = clue
      let event = try Check(damaged: false, reason: reason).take(on: &compensation, in: circumstances(now)).first
      #expect((event as? CompensationNotStarted)?.reason == reason)
      #expect(compensation.status == .notStarted && !compensation.isOpen && compensation.state.nextDue == nil)
    }
    var compensation = clue
    let minor = try Check(damaged: true, reason: .notablyMinor).take(on: &compensation, in: circumstances(now)).first
    #expect(minor is CompensationNotStarted)
    for check in [Check(damaged: false), Check(damaged: true, reason: .noDamage)] {
      var compensation = clue
      #expect(throws: CompensationError.self) { try check.take(on: &compensation, in: circumstances(now)) }
      #expect(compensation.status == .clue)
    }
  }

  @Test("a case without a subject is filed only when nobody liable can be found, or when the check names one")
  func obligor() throws {
    let now = try Fixtures.instant(2026, 1, 6)
    let clue = try Fixtures.opened(at: now, subject: nil)
    var none = clue
    #expect(throws: CompensationError.self) { try Check(damaged: true).take(on: &none, in: circumstances(now)) }
    let filed = try Check(damaged: true, noObligor: true).take(on: &none, in: circumstances(now)).first
    #expect((filed as? CompensationFiled)?.noObligor == true)
    var named = clue
    _ = try Check(damaged: true, subjectKey: Fixtures.firm).take(on: &named, in: circumstances(now))
    #expect(named.subjectKey == Fixtures.firm)
    var known = try Fixtures.opened(at: now)
    #expect(throws: CompensationError.self) {
      try Check(damaged: true, noObligor: true).take(on: &known, in: circumstances(now))
    }
    #expect(throws: CompensationError.self) {
      try Check(damaged: true, subjectKey: Fixtures.site).take(on: &known, in: circumstances(now))
    }
  }

  @Test("a case closes as paid only when the money is there; performance fits the outcome")
  func closing() throws {
    var performing = try CaseWalk(opened: try Fixtures.instant(2026, 1, 6))
    try performing.take(Check(damaged: true))
    try performing.take(ConcludeInvestigation(damage: true, proposal: .claim))
    for stage in [CompensationStatus.negotiation, .agreed, .performing] { try performing.enter(stage) }
    let paid = Close(outcome: .performed, performed: true, modes: [.money], amountFen: 157_950)
    var walk = performing
    #expect(throws: CompensationError.notPaid(amountFen: 157_950, receivedFen: 157_949)) {
      try walk.take(paid, received: 157_949)
    }
    let closed = try walk.take(paid, received: 157_950).first as? CompensationClosed
    #expect(closed?.amountFen == 157_950 && closed?.onTime == true && closed?.reason == nil)
    #expect(walk.compensation.state.performed == true && walk.compensation.state.outcome == .performed)
    for wrong in [
      Close(outcome: .performed, performed: false, modes: [.replanting]),
      Close(outcome: .performed, performed: true), Close(outcome: .terminated, performed: false),
      Close(outcome: .performed, performed: true, modes: [.money]),
    ] {
      var walk = performing
      #expect(throws: CompensationError.self) { try walk.take(wrong) }
      #expect(walk.compensation.status == .performing)
    }
    var late = performing
    let due = try #require(late.compensation.file.deadlines.first { $0.kind == .close }).dueDate.due
    try late.wait(until: due)
    let event = try late.take(Close(outcome: .suit, performed: false)).first
    #expect((event as? CompensationClosed)?.onTime == false)
  }

  @Test("a case is ended for a listed reason, and the reason is told with it")
  func terminating() throws {
    var walk = try CaseWalk(opened: try Fixtures.instant(2026, 1, 6))
    try walk.take(Check(damaged: true))
    try walk.take(Suspend(reason: .court))
    let closed = try walk.take(Terminate(reason: .judgment, explanation: "生效判决已经支持")).first as? CompensationClosed
    #expect(closed?.outcome == .terminated && closed?.reason == .judgment && closed?.performed == false)
    #expect(walk.compensation.attention == nil && walk.compensation.suspension == nil)
  }

  @Test("a period is warned of five days and one day before, and told once when it has run out")
  func overdue() throws {
    let now = try Fixtures.instant(2026, 1, 6)
    var compensation = try Fixtures.opened(at: now)
    let clock = try #require(compensation.file.deadlines.first)
    #expect(clock.warnings == [-5.0, -1.0].map { clock.internalDue.addingTimeInterval($0 * 86_400) })
    #expect(compensation.attention == clock.warnings.first)
    #expect(compensation.attend(at: clock.warnings[0].addingTimeInterval(-1)).isEmpty)
    #expect(compensation.attend(at: clock.warnings[0]).first is CompensationWarned)
    #expect(compensation.attend(at: clock.warnings[0]).isEmpty)
    // Two that come at once are one.
    let due = clock.dueDate.due
    #expect(compensation.attend(at: due.addingTimeInterval(-1)).count == 1)
    let told = compensation.attend(at: due).first as? CompensationOverdue
    #expect(told?.status == .clue && told?.missed == clock.dueDate)
    #expect(compensation.attend(at: due).isEmpty && compensation.attention == nil)
    #expect(compensation.isOverdue && compensation.state.overdue)
    _ = try Check(damaged: true).take(on: &compensation, in: circumstances(due))
    #expect(!compensation.isOverdue)
  }

  @Test("a case's file is read back as it was written, however long the reasons behind its rules are")
  func file() throws {
    let now = try Fixtures.instant(2026, 1, 6)
    var compensation = try Fixtures.opened(at: now)
    _ = try Check(damaged: true).take(on: &compensation, in: circumstances(now))
    compensation.file.article = Article.text(String(repeating: "条", count: 300))
    compensation.file.modes = [.money, .labour]
    _ = try ConcludeInvestigation(damage: true, proposal: .claim, summary: "渗坑排放").take(
      on: &compensation, in: circumstances(now))
    _ = try DeclareKey(level: .county, reason: .hard).take(on: &compensation, in: circumstances(now))
    _ = try Suspend(reason: .appraisal, explanation: "等待鉴定").take(on: &compensation, in: circumstances(now))
    #expect(try CaseFile(json: compensation.file.json, path: "file") == compensation.file)
  }
}
