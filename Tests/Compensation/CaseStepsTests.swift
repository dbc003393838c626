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
    let close = try #require(compensation.file.deadlines.last)
    #expect(close.kind == .close && close.dueDate.count == .months && close.dueDate.length == 3)
    #expect(close.internalDue == (try Fixtures.instant(2026, 3, 1, hour: 0)))
    #expect(close.pack == "zhangzhou")
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
    let now = try Fixtures.instant(2026, 1, 6)
    var compensation = try Fixtures.opened(at: now)
    #expect(throws: CompensationError.outOfTurn(step: .close, status: .clue, allowed: [.check])) {
      try compensation.require(.close)
    }
    _ = try Check(damaged: true).take(on: &compensation, in: circumstances(now))
    #expect(throws: CompensationError.outOfTurn(step: .check, status: .filed, allowed: [.close])) {
      try compensation.require(.check)
    }
    _ = try Close(outcome: .suit, performed: false).take(on: &compensation, in: circumstances(now))
    #expect(throws: CompensationError.outOfTurn(step: .close, status: .closed, allowed: [])) {
      try compensation.require(.close)
    }
    for status in CompensationStatus.allCases {
      #expect(CompensationCase.steps(in: status).count <= 1)
    }
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
    let now = try Fixtures.instant(2026, 1, 6)
    var filed = try Fixtures.opened(at: now)
    _ = try Check(damaged: true).take(on: &filed, in: circumstances(now))
    let paid = Close(outcome: .performed, performed: true, modes: [.money], amountFen: 157_950)
    var compensation = filed
    #expect(throws: CompensationError.notPaid(amountFen: 157_950, receivedFen: 157_949)) {
      try paid.take(on: &compensation, in: circumstances(now, received: 157_949))
    }
    let closed = try paid.take(on: &compensation, in: circumstances(now, received: 157_950)).first
    #expect((closed as? CompensationClosed)?.amountFen == 157_950)
    #expect((closed as? CompensationClosed)?.onTime == true)
    #expect(compensation.state.performed == true)
    for wrong in [
      Close(outcome: .performed, performed: false, modes: [.replanting]),
      Close(outcome: .performed, performed: true), Close(outcome: .terminated, performed: true),
      Close(outcome: .performed, performed: true, modes: [.money]),
    ] {
      var compensation = filed
      #expect(throws: CompensationError.self) { try wrong.take(on: &compensation, in: circumstances(now)) }
      #expect(compensation.status == .filed)
    }
    var late = filed
    let due = try #require(late.file.deadlines.last).dueDate.due
    let event = try Close(outcome: .suit, performed: false).take(on: &late, in: circumstances(due)).first
    #expect((event as? CompensationClosed)?.onTime == false)
  }

  @Test("a period that ran out is told once, at its very instant, and never when it was met")
  func overdue() throws {
    let now = try Fixtures.instant(2026, 1, 6)
    var compensation = try Fixtures.opened(at: now)
    let due = try #require(compensation.file.deadlines.first).dueDate.due
    #expect(compensation.findOverdue(.check, at: due.addingTimeInterval(-1)) == nil)
    #expect(compensation.findOverdue(.close, at: due) == nil)
    #expect(compensation.findOverdue(.check, at: due)?.status == .clue)
    #expect(compensation.findOverdue(.check, at: due) == nil)
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
    #expect(try CaseFile(json: compensation.file.json, path: "file") == compensation.file)
  }
}
