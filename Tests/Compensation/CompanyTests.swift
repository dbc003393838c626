import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Who is told of a case and takes part")
struct CompanyTests {
  private let now: Date

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  @Test("every obligor gets the notice with its four answers when the case is filed, to be served within its period")
  func notice() throws {
    var walk = try CaseWalk(opened: now)
    let events = try walk.take(Check(damaged: true))
    let issued = try #require(events.compactMap { $0 as? CompensationNoticeIssued }.first)
    #expect(issued.answers.map(\.question) == NoticeQuestion.allCases)
    #expect(issued.answers.allSatisfy { !$0.answer.isEmpty } && issued.subjectKey == Fixtures.firm)
    #expect(issued.noticeNumber == walk.compensation.number + "-告1")
    #expect(issued.dueDates.map(\.count) == [.workingDays])
    try walk.wait(until: try Fixtures.instant(2026, 1, 8))
    #expect(throws: CompensationError.self) {
      try walk.take(ServeNotice(servedAt: now.addingTimeInterval(-1), method: .mail))
    }
    #expect(throws: CompensationError.self) {
      try walk.take(ServeNotice(servedAt: walk.now.addingTimeInterval(1), method: .mail))
    }
    #expect(throws: CompensationError.self) { try walk.take(ServeNotice(noticeNumber: "另一件", method: .mail)) }
    let served = try walk.take(ServeNotice(servedAt: now, method: .left)).first as? CompensationNoticeServed
    #expect(served?.noticeNumber == issued.noticeNumber && served?.method == .left)
    #expect(throws: CompensationError.self) { try walk.take(ServeNotice(method: .mail)) }
    try walk.wait(until: try Fixtures.instant(2026, 2, 1))
    #expect(!walk.told.contains { $0 is CompensationOverdue })
  }

  @Test("a notice that is not served is told of; another may be issued")
  func unserved() throws {
    var walk = try CaseWalk(opened: now)
    try walk.take(Check(damaged: true))
    // Seven working days from 6 January: the 15th.
    try walk.wait(until: try Fixtures.instant(2026, 1, 16, hour: 0))
    #expect(walk.told.compactMap { $0 as? CompensationOverdue }.map(\.missed.rule) == ["compensation.notice.service"])
    let again = try walk.take(IssueNotice()).first as? CompensationNoticeIssued
    #expect(again?.noticeNumber.hasSuffix("-告2") == true && !walk.compensation.isOverdue)
  }

  @Test("a case without an obligor gets its notice when one is named, and only then can be consulted")
  func named() throws {
    var walk = try CaseWalk(opened: now, subject: nil)
    let filed = try walk.take(Check(damaged: true, noObligor: true))
    #expect(!filed.contains { $0 is CompensationNoticeIssued } && walk.compensation.state.noObligor == true)
    #expect(throws: CompensationError.self) { try walk.take(IssueNotice()) }
    #expect(throws: CompensationError.self) { try walk.take(Consult(outcome: .willing)) }
    let events = try walk.take(NameObligor(subjectKey: Fixtures.firm))
    #expect((events.first as? CompensationObligorNamed)?.wasNoObligor == true)
    #expect(events.last is CompensationNoticeIssued && walk.compensation.state.noObligor == nil)
    #expect(throws: CompensationError.self) { try walk.take(NameObligor(subjectKey: Fixtures.site)) }
    try walk.take(Consult(outcome: .willing))
  }

  @Test("procuratorate and court are invited to every case where the city says so, and by hand elsewhere")
  func invitations() throws {
    var zhangzhou = try CaseWalk(opened: now)
    let invited = try zhangzhou.take(Check(damaged: true)).compactMap { $0 as? CompensationInvited }
    #expect(invited.map(\.invitee) == [.procuratorate, .court] && invited.allSatisfy { $0.stage == .filed })
    let answered =
      try zhangzhou.take(
        AnswerInvitation(invitationId: invited[0].invitationId, answer: .accepted)
      ).first as? CompensationInvitationAnswered
    #expect(answered?.invitee == .procuratorate)
    #expect(throws: CompensationError.self) {
      try zhangzhou.take(AnswerInvitation(invitationId: UUID(), answer: .accepted))
    }
    var mudanjiang = try CaseWalk(opened: now, profile: "mudanjiang")
    let filed = try mudanjiang.take(Check(damaged: true))
    #expect(!filed.contains { $0 is CompensationInvited })
    #expect(throws: CompensationError.self) { try mudanjiang.take(Invite(invitee: .court)) }
    #expect(throws: CompensationError.self) { try mudanjiang.take(Invite(invitee: .villagers)) }
    try mudanjiang.take(Invite(invitee: .villagers, persons: 3))
    try mudanjiang.take(Invite(invitee: .court, unit: "牡丹江市中级人民法院"))
    #expect(Set(mudanjiang.compensation.file.company.invitations.map(\.id)).count == 2)
  }

  @Test("departments are the city's own")
  func departments() throws {
    var zhangzhou = try CaseWalk(opened: now)
    try zhangzhou.take(Check(damaged: true))
    #expect(zhangzhou.compensation.state.department == "ECOLOGY_ENVIRONMENT")
    try zhangzhou.take(Assign(department: "OCEAN_FISHERY", unit: "漳州市海洋与渔业局"))
    #expect(zhangzhou.compensation.state.department == "OCEAN_FISHERY")
    var mudanjiang = try CaseWalk(opened: now, profile: "mudanjiang")
    #expect(throws: CompensationError.self) { try mudanjiang.take(Assign(department: "OCEAN_FISHERY")) }
    try mudanjiang.take(Assign(department: "FORESTRY_GRASS"))
  }

  @Test("a county declares key cases of its own; those of the city are the city's")
  func keyCases() throws {
    var walk = try CaseWalk(opened: now)
    #expect(throws: CompensationError.self) { try walk.take(LiftKey()) }
    try walk.take(DeclareKey(level: .county, reason: .hard), ofCity: false)
    #expect(throws: CompensationError.self) {
      try walk.take(DeclareKey(level: .city, reason: .majorDamage), ofCity: false)
    }
    try walk.take(DeclareKey(level: .city, reason: .majorDamage), ofCity: true)
    #expect(walk.compensation.state.keyCase == .city)
    #expect(throws: CompensationError.self) { try walk.take(LiftKey(), ofCity: false) }
    #expect(throws: CompensationError.self) {
      try walk.take(DeclareKey(level: .county, reason: .hard), ofCity: false)
    }
    try walk.take(LiftKey(), ofCity: true)
    #expect(walk.compensation.state.keyCase == nil)
    let city = Caller(subject: "a", requestId: "r", traceParent: nil, territory: ["350600"])
    let county = Caller(subject: "b", requestId: "r", traceParent: nil, territory: ["350602", "360400"])
    #expect(city.actsForCity(of: "350602") && !county.actsForCity(of: "350602"))
    #expect(county.actsForCity(of: "360482"))
  }
}
