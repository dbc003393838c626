import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Petitions

@Suite("Clocks of a petition")
struct ClockTests {
  private let received: Date

  init() throws { received = try Fixtures.instant(2024, 3, 4) }

  private func dueDay(_ deadline: Deadline?) throws -> String {
    ShanghaiTime.day(of: try #require(deadline).basis.due.addingTimeInterval(-1)).description
  }

  @Test func `two clocks on one case: both are kept, the earlier is shown`() throws {
    var walk = try Walk(received: received, channel: .hotline12345)
    // Monday 4 March: five working days end on the 11th, fifteen days on the 19th.
    #expect(try dueDay(walk.petition.clock(.channelAnswer)) == "2024-03-11")
    #expect(try dueDay(walk.petition.acceptance) == "2024-03-19")
    #expect(walk.petition.promisedAtReceipt.map(\.rule) == ["petition.channel-limits", "petition.acceptance"])
    #expect(walk.petition.state.nextDue?.rule == "petition.channel-limits")
    try walk.take(Accept())
    #expect(walk.petition.openClocks.map(\.kind) == [.channelAnswer, .conclusion])
    #expect(try dueDay(walk.petition.conclusion) == "2024-05-06", "3 May is a rest day, the 4th and 5th a weekend")
    let told = walk.wait(until: try Fixtures.instant(2024, 3, 12, hour: 0))
    #expect(told.compactMap { ($0 as? PetitionOverdue)?.missed.rule } == ["petition.channel-limits"])
    #expect(walk.petition.state.overdue && walk.petition.conclusion?.isRunning == true)
    try walk.take(Assign(lead: "brigade"))
    try walk.answer()
    #expect(!walk.petition.state.overdue && walk.told(PetitionConcluded.self).last?.onTime == true)
    #expect(!walk.petition.promises.handledInTime, "the tighter of the two was missed")
  }

  @Test(arguments: [
    ("zhangzhou", IntakeChannel.wechatPublic, "2024-03-06", "2024-04-03"),
    ("lintong", .hotline12369, "2024-03-06", "2024-03-11"),
  ])
  func `a city's tighter limits run beside the law's`(
    profile: String, channel: IntakeChannel, decision: String, answer: String
  ) throws {
    let rules = try Fixtures.rules(at: received, of: profile)
    var walk = try Walk(received: received, channel: channel, rules: rules)
    #expect(try dueDay(walk.petition.clock(.channelDecision)) == decision)
    #expect(walk.petition.decisionDue < walk.petition.acceptance.basis.due)
    var complex = walk
    try walk.take(Accept())
    #expect(try dueDay(walk.petition.clock(.localConclusion)) == answer)
    #expect(
      walk.told(PetitionAccepted.self).first?.dueDates.map(\.rule) == [
        "petition.conclusion.local", "petition.conclusion",
      ])
    try complex.take(Accept(isComplex: true))
    #expect(complex.petition.clock(.localConclusion) == nil)
  }

  @Test func `a transfer starts the receiver's clocks and leaves the petitioner's alone`() throws {
    var walk = try Walk(received: received)
    try walk.take(Accept())
    let clock = walk.petition.conclusion
    walk.wait(until: try Fixtures.instant(2024, 3, 8))
    let told = try walk.take(Transfer(to: "eco-360481", toRegion: "360481")).last as? PetitionTransferred
    #expect(walk.petition.conclusion == clock)
    #expect(
      Set(try #require(told).dueDates.map(\.rule)) == [
        "petition.conclusion", "petition.transferred-in.notice", "petition.objection",
      ])
    #expect(try dueDay(walk.petition.clock(.objection)) == "2024-03-15")
    #expect(try dueDay(walk.petition.clock(.takeOver)) == "2024-03-25", "the 23rd is a Saturday")
    try walk.take(TakeOver())
    #expect(walk.petition.clock(.takeOver) == nil && walk.petition.clock(.objection) == nil)
    #expect(walk.petition.file.notices.map(\.kind) == [.takenOver])
  }

  @Test func `an extension is given once, for no more than thirty days, before the end, and the petitioner is told`()
    throws
  {
    var walk = try Walk(received: received)
    try walk.take(Accept())
    let before = try #require(walk.petition.conclusion)
    #expect(throws: PetitionError.self) { try walk.take(Extend(days: 31, reason: .complex)) }
    let told = try walk.take(Extend(days: 30, reason: .appraisal, explanation: "地下水样送检"))
    let extended = try #require(told.first as? PetitionExtended)
    // 60 days end on 3 May; 90 on 2 June, a Sunday: the 3rd. The extension counts from the unrolled end.
    #expect(try dueDay(walk.petition.conclusion) == "2024-06-03")
    #expect(extended.previousDue == before.basis.due && extended.extended.length == 90)
    #expect(walk.petition.conclusion?.basis.derivation.contains { $0.contains("extended by 30 days") } == true)
    #expect(walk.petition.file.notices.map(\.kind) == [.extended])
    #expect(throws: PetitionError.self) { try walk.take(Extend(days: 1, reason: .complex)) }
    var late = try Walk(received: received)
    try late.take(Accept())
    late.wait(until: before.basis.due)
    #expect(throws: PetitionError.lapsed(.extend, before.basis.due)) {
      try late.take(Extend(days: 30, reason: .complex))
    }
  }

  @Test func `a clock that stands has no end, must run again, and goes on with what was left`() throws {
    var walk = try Walk(received: received, channel: .hotline12345)
    try walk.reachUnit()
    walk.wait(until: try Fixtures.instant(2024, 3, 14))
    try walk.take(PauseClocks(reason: .appraisal))
    #expect(walk.petition.conclusion?.isStanding == true && walk.petition.state.paused == true)
    #expect(walk.petition.clock(.channelAnswer)?.isStanding == false, "a channel's limit does not stand")
    #expect(throws: PetitionError.self) { try walk.take(PauseClocks(reason: .judicial)) }
    let told = walk.wait(until: try Fixtures.instant(2024, 6, 1))
    #expect(!told.contains { ($0 as? PetitionOverdue)?.missed.rule == "petition.conclusion" })
    #expect(told.contains { ($0 as? PetitionOverdue)?.missed.rule == "petition.pause.longest" })
    try walk.take(ResumeClocks())
    // Ten of the sixty days had run on 14 March; 50 more from 1 June end on Sunday 21 July.
    #expect(try dueDay(walk.petition.conclusion) == "2024-07-22")
    #expect(walk.petition.clock(.pause) == nil && walk.petition.state.paused == nil)
    #expect(walk.petition.conclusion?.basis.derivation.contains { $0.contains("appraisal") } == true)
    #expect(walk.petition.file.notices.map(\.kind) == [.paused, .resumed])
  }

  @Test func `warned five days and one day before the internal date, overdue, then up two levels`() throws {
    var walk = try Walk(received: received)
    let told = walk.wait(until: try Fixtures.instant(2024, 4, 1))
    #expect(
      told.map { type(of: $0).type } == [
        .petitionWarned, .petitionWarned, .petitionOverdue, .petitionEscalated, .petitionSupervised, .petitionEscalated,
        .petitionSupervised,
      ])
    let instants = [
      try Fixtures.instant(2024, 3, 15, hour: 0), try Fixtures.instant(2024, 3, 19, hour: 0),
      try Fixtures.instant(2024, 3, 20, hour: 0), try Fixtures.instant(2024, 3, 21, hour: 0),
      try Fixtures.instant(2024, 3, 28, hour: 0),
    ]
    #expect(walk.told(PetitionWarned.self).prefix(2).map(\.at) == instants.prefix(2).map { $0 })
    #expect(walk.told(PetitionOverdue.self).map(\.at) == [instants[2]])
    #expect(walk.told(PetitionEscalated.self).map(\.at) == Array(instants.suffix(2)))
    #expect(walk.told(PetitionEscalated.self).map(\.target) == [.supervisor, .leader])
    #expect(walk.told(PetitionSupervised.self).map(\.level) == [.ordinary, .listed])
    #expect(walk.petition.state.supervision == .listed && walk.petition.clock(.supervision) != nil)
  }

  @Test func `what was missed while nothing ran is told late, each once, and of several warnings the last`() throws {
    var walk = try Walk(received: received)
    var late = walk
    let end = try Fixtures.instant(2024, 3, 28, hour: 0)
    walk.wait(until: end)
    late.sleep(until: end)
    let types = late.tend().map { type(of: $0).type }
    #expect(types.first == .petitionOverdue && types.filter { $0 == .petitionEscalated }.count == 2)
    #expect(!types.contains(.petitionWarned) && late.tend().isEmpty)
    #expect(late.petition.acceptance.escalated == walk.petition.acceptance.escalated)
    var warned = try Walk(received: received)
    warned.sleep(until: try Fixtures.instant(2024, 3, 19, hour: 12))
    #expect(warned.tend().count == 1, "the warning of five days before says nothing beside that of one day")
  }

  @Test func `supervision is answered within its own period, and listed supervision must be lifted before the file`()
    throws
  {
    var walk = try Walk(received: received)
    try walk.reachUnit()
    try walk.take(Supervise(level: .ordinary, reason: .delay))
    #expect(try dueDay(walk.petition.clock(.supervision)) == "2024-03-19")
    #expect(throws: PetitionError.self) { try walk.take(Supervise(level: .ordinary, reason: .refusal)) }
    try walk.take(Supervise(level: .listed, reason: .perfunctory))
    #expect(try dueDay(walk.petition.clock(.supervision)) == "2024-04-03")
    try walk.answer()
    #expect(walk.petition.missing(for: .archive).contains("the listed supervision is not lifted"))
    try walk.take(LiftSupervision(answer: "已整改"))
    #expect(walk.petition.state.supervision == nil && walk.petition.clock(.supervision) == nil)
    #expect(throws: PetitionError.self) { try walk.take(LiftSupervision(answer: "已整改")) }
  }

  @Test func `a year's calendar that is announced moves what it moves and settles the rest`() throws {
    let start = try Fixtures.instant(2026, 12, 20)
    var walk = try Walk(received: start)
    try walk.take(Accept())
    // 18 February 2027 is a Thursday as long as nothing is announced.
    #expect(try dueDay(walk.petition.conclusion) == "2027-02-18" && walk.petition.allClocks.isProvisional)
    let announced = try WorkingCalendar.builtIn.replacing([
      WorkingCalendarYear(
        year: 2027, working: [],
        rest: try ["2027-02-17", "2027-02-18", "2027-02-19"].map { try #require(CivilDate($0)) },
        source: "测试")
    ])
    let known = try Fixtures.rules(at: start, calendar: announced)
    let moved = try walk.petition.recount(at: start, rules: known) { $0.basis.isProvisional }
    #expect(moved.map(\.after.rule) == ["petition.conclusion"] && !walk.petition.allClocks.isProvisional)
    #expect(try dueDay(walk.petition.conclusion) == "2027-02-22")
    #expect(moved.first.map { $0.before.due < $0.after.due } == true && moved.first?.before.provisional == true)
    #expect(try walk.petition.recount(at: start, rules: known) { $0.basis.isProvisional }.isEmpty)
  }
}
