import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Scoring

@Suite("Cases about credit")
struct CreditCaseTests {
  private let rules: CreditRules
  private let filedAt: Date

  init() throws {
    filedAt = try Fixtures.instant(2026, 3, 2)
    rules = try CreditBook(rules: Fixtures.book("lintong")).rules(at: filedAt)
  }

  private func filed(_ kind: CreditCaseKind, entries: Int = 1) throws -> CreditCase {
    var file = CreditCaseFile(statement: "申请")
    file.entries = (0..<entries).map { _ in EntryReference(entryId: UUID()) }
    file.decidedBy = "unit:610100-government"
    var credit = CreditCase(
      id: UUID(), entry: 1, number: "信用修复〔2026〕610115-1号", kind: kind, subject: Fixtures.firm,
      region: Fixtures.region, status: .filed, instance: 1, filedAt: filedAt, sequence: 0, version: 1, file: file,
      updatedAt: filedAt)
    _ = try credit.begin(rules)
    return credit
  }

  private func decision(_ outcome: CreditCaseOutcome, more: [String: JSON] = [:]) throws -> CreditDecision {
    var object = JSONObject()
    object.set("outcome", code: outcome)
    object.set("reason", "查明")
    for (name, value) in more { object[name] = value }
    return try CreditDecision(json: .object(object), path: "body")
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Date {
    try Fixtures.instant(year, month, day, hour: 0)
  }

  @Test("the periods are the laws': working days of the review law, calendar days and months of the others")
  func periods() throws {
    var review = try filed(.administrativeReview)
    #expect(review.dueAt == (try day(2026, 3, 10)))
    let accepted = try review.accept(
      at: try Fixtures.instant(2026, 3, 6), copyReceivedAt: try Fixtures.instant(2026, 3, 9), rules)
    #expect(accepted.dueDates.map(\.due) == [try day(2026, 5, 7), try day(2026, 3, 24)])
    #expect(accepted.dueDates.map(\.count) == [.calendarDays, .workingDays])
    #expect(accepted.dueDates.map(\.article).allSatisfy { $0.contains("行政复议法") })
    var suit = try filed(.litigation)
    let registered = try suit.accept(at: filedAt, copyReceivedAt: nil, rules)
    // 2 September 2026 for the judgment; the fifteenth day for the answer.
    #expect(registered.dueDates.map(\.due) == [try day(2026, 9, 3), try day(2026, 3, 18)])
    #expect(try filed(.repair).dueAt == (try day(2026, 3, 6)))
  }

  @Test("steps are taken in turn, and each kind knows its own")
  func turns() throws {
    var repair = try filed(.repair)
    #expect(throws: CreditError.outOfTurn(step: "decide", status: .filed)) {
      try repair.decide(try decision(.granted), at: filedAt, rules)
    }
    #expect(throws: CreditError.notForKind(step: "answer", kind: .repair)) { try repair.answer(at: filedAt) }
    #expect(throws: CreditError.notForKind(step: "appeal", kind: .repair)) {
      try repair.appeal(to: nil, at: filedAt, rules)
    }
    _ = try repair.accept(at: filedAt, copyReceivedAt: nil, rules)
    #expect(throws: CreditError.outOfTurn(step: "accept", status: .accepted)) {
      try repair.accept(at: filedAt, copyReceivedAt: nil, rules)
    }
    #expect(throws: CreditError.self) { try repair.decide(try decision(.revoked), at: filedAt, rules) }
    let before = try #require(repair.dueAt)
    _ = try repair.extend(reason: "案情复杂", at: filedAt, rules)
    #expect(try #require(repair.dueAt) > before)
    #expect(throws: CreditError.extendedBefore) { try repair.extend(reason: "再延", at: filedAt, rules) }
    let decided = try repair.decide(try decision(.granted), at: filedAt, rules)
    #expect(decided.effective && decided.withdrawn == repair.file.entries && repair.status == .closed)
    #expect(repair.effect?.factKind == "repair.granted" && repair.running.isEmpty)
    var refused = try filed(.objection)
    _ = try refused.refuse(.tooLate, article: nil, at: filedAt)
    #expect(refused.isOver && refused.effect == nil)
    #expect(throws: CreditError.outOfTurn(step: "withdraw", status: .refused)) { try refused.withdraw(at: filedAt) }
  }

  @Test(
    "what an outcome withdraws follows from it, or is named",
    arguments: [
      (CreditCaseKind.objection, CreditCaseOutcome.granted, 2, "objection.upheld"),
      (.objection, .rejected, 0, "objection.rejected"), (.repair, .rejected, 0, "repair.refused"),
      (.administrativeReview, .revoked, 2, "review.revoked"), (.administrativeReview, .upheld, 0, "review.upheld"),
      (.administrativeReview, .unlawful, 0, "review.upheld"),
      (.administrativeReview, .terminated, 0, "review.terminated"),
    ])
  func outcomes(kind: CreditCaseKind, outcome: CreditCaseOutcome, withdrawn: Int, factKind: String) throws {
    var credit = try filed(kind, entries: 2)
    _ = try credit.accept(at: filedAt, copyReceivedAt: nil, rules)
    let decided = try credit.decide(try decision(outcome), at: filedAt, rules)
    #expect(decided.withdrawn.count == withdrawn && credit.effect?.factKind == factKind)
    // Every kind of fact has its row, or it would weigh nothing.
    #expect(try FactKind.named(factKind, in: rules.rules) != .unknown || withdrawn == 0)
  }

  @Test("a part that is granted is named, and nothing of another case")
  func parts() throws {
    var credit = try filed(.objection, entries: 2)
    _ = try credit.accept(at: filedAt, copyReceivedAt: nil, rules)
    #expect(throws: CreditError.self) { try credit.decide(try decision(.partlyGranted), at: filedAt, rules) }
    let foreign: JSON = [["entryId": .string(UUID().uuidString)]]
    #expect(throws: CreditError.self) {
      try credit.decide(try decision(.partlyGranted, more: ["withdrawn": foreign]), at: filedAt, rules)
    }
    let first = credit.file.entries[0]
    let named: JSON = .array([first.json])
    let decided = try credit.decide(
      try decision(.partlyGranted, more: ["withdrawn": named, "newFactCodes": ["OTHER_VIOLATION"]]), at: filedAt, rules)
    #expect(decided.withdrawn == [first] && credit.effect?.factKind == "objection.changed")
    #expect(credit.effect?.codes == ["OTHER_VIOLATION"])
  }

  @Test("an application for a review that nobody refuses in time counts as accepted, from that instant")
  func deemedAccepted() throws {
    var review = try filed(.administrativeReview)
    #expect(
      try review.pass(to: try day(2026, 3, 9).addingTimeInterval(86_399), rules).allSatisfy { $0 is CreditCaseWarned })
    let events = try review.pass(to: try day(2026, 3, 12), rules)
    let accepted = try #require(events.first as? CreditCaseAccepted)
    #expect(accepted.at == (try day(2026, 3, 10)))
    #expect(review.status == .accepted && !review.isOverdue)
    // Others are late, and told so.
    var repair = try filed(.repair)
    let late = try repair.pass(to: try day(2026, 3, 12), rules)
    #expect(late.count == 1 && late.first is CreditCaseOverdue && repair.isOverdue)
    #expect(try repair.pass(to: try day(2026, 3, 13), rules).isEmpty)
    _ = try repair.accept(at: try day(2026, 3, 13), copyReceivedAt: nil, rules)
    #expect(!repair.isOverdue)
  }

  @Test("a year's calendar that is announced moves what it moves, tells it once and leaves nothing provisional")
  func rescheduled() throws {
    var objection = try filed(.objection)
    let accepted = try Fixtures.instant(2026, 12, 21)
    _ = try objection.accept(at: accepted, copyReceivedAt: nil, rules)
    #expect(objection.isProvisional)
    #expect(try objection.recount(at: accepted, rules) == nil, "nothing is announced yet")
    let rest = try ["2027-01-11", "2027-01-12"].map { try #require(CivilDate($0)) }
    let calendar = try WorkingCalendar.builtIn.replacing([
      WorkingCalendarYear(year: 2027, working: [], rest: rest, source: "测试")
    ])
    let known = CreditRules(rules: rules.rules, calendar: calendar)
    let moved = try #require(try objection.recount(at: accepted, known))
    #expect(moved.previous.map(\.rule) == ["credit.objection.decision"] && moved.previous.first?.provisional == true)
    #expect(moved.dueDates.first?.due == objection.dueAt && !objection.isProvisional)
    #expect(zip(moved.previous, moved.dueDates).allSatisfy { $0.due < $1.due })
    #expect(try objection.recount(at: accepted, known) == nil)
  }

  @Test("a judgment takes effect when nobody appeals in time; appealed, only the second one does")
  func appeals() throws {
    var suit = try filed(.litigation)
    _ = try suit.accept(at: filedAt, copyReceivedAt: nil, rules)
    let judged = try suit.decide(try decision(.revoked), at: try Fixtures.instant(2026, 4, 1), rules)
    #expect(!judged.effective && suit.status == .decided && suit.effect == nil)
    #expect(judged.dueDates.map(\.due) == [try day(2026, 4, 17)])
    var appealed = suit
    #expect(try suit.pass(to: try day(2026, 4, 17).addingTimeInterval(-1), rules).isEmpty)
    let lapsed = try suit.pass(to: try day(2026, 4, 18), rules)
    let effective = try #require(lapsed.first as? CreditCaseDecided)
    #expect(lapsed.count == 1 && effective.effective)
    #expect(effective.at == (try day(2026, 4, 17)))
    #expect(suit.status == .closed && suit.effect?.factKind == "litigation.revoked")
    _ = try appealed.appeal(to: "court:610100-intermediate", at: try Fixtures.instant(2026, 4, 10), rules)
    #expect(appealed.instance == 2 && appealed.status == .accepted)
    let last = try appealed.decide(try decision(.upheld), at: try Fixtures.instant(2026, 6, 1), rules)
    #expect(last.effective && last.instance == 2 && appealed.effect?.factKind == "litigation.upheld")
    #expect(throws: CreditError.self) { try appealed.appeal(to: nil, at: try Fixtures.instant(2026, 6, 2), rules) }
  }

  @Test("each warning comes once, before the end; what was missed gives one warning")
  func warnings() throws {
    var repair = try filed(.repair)
    let due = try #require(repair.dueAt)
    #expect(try repair.nextAttention(rules) == due.addingTimeInterval(-72 * 3_600))
    #expect(try repair.pass(to: due.addingTimeInterval(-72 * 3_600), rules).map { $0 is CreditCaseWarned } == [true])
    #expect(try repair.pass(to: due.addingTimeInterval(-30 * 3_600), rules).isEmpty)
    #expect(try repair.nextAttention(rules) == due.addingTimeInterval(-24 * 3_600))
    #expect(try repair.pass(to: due.addingTimeInterval(-3_600), rules).count == 1)
    #expect(try repair.nextAttention(rules) == due)
    var late = try filed(.repair)
    #expect(try late.pass(to: due.addingTimeInterval(-3_600), rules).count == 1)
  }

  @Test("the file is read back as it was written")
  func file() throws {
    var suit = try filed(.litigation, entries: 2)
    _ = try suit.accept(at: filedAt, copyReceivedAt: nil, rules)
    _ = try suit.decide(try decision(.revoked), at: try Fixtures.instant(2026, 4, 1), rules)
    suit.file.notes.append(CreditCaseNote(step: "decide", at: filedAt, by: "zhao", text: "一审"))
    #expect(try CreditCaseFile(json: suit.file.json, path: "file") == suit.file)
  }
}
