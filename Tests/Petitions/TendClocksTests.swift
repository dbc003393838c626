import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Petitions

@Suite("Clocks on the books")
struct TendClocksTests {
  private let now: Date
  private let caller = Caller(subject: "zhao.min", requestId: "r-1", traceParent: nil)

  init() throws { now = try Fixtures.instant(2024, 3, 4) }

  private func register(
    _ desk: Desk, _ externalId: String = "JJ-2024-0001", channel: IntakeChannel = .postalBox
  ) async throws -> UUID {
    try await desk.take([Fixtures.record(Fixtures.complaint(externalId, channel: channel), id: "e-\(externalId)")])
    return EventIdentity.petition(source: "/hotline/12369", externalId: externalId)
  }

  @discardableResult
  private func take(_ step: some PetitionStep, _ id: UUID, _ desk: Desk) async throws -> Petition? {
    try await desk.runner.run { work in
      try await desk.application.takeStep(step, on: id, by: caller, work: work, authorise: { _ in })
    }
  }

  private func find(_ id: UUID, _ desk: Desk) async throws -> Petition {
    try #require(try await desk.runner.read { try await desk.application.findPetition(id.lowercased, on: $0) })
  }

  @Test func `a complaint of 12345 stands with both its clocks, the tighter one shown, and timers for all they tell`()
    async throws
  {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk, channel: .hotline12345)
      let petition = try await find(id, desk)
      #expect(petition.openClocks.map(\.kind) == [.channelAnswer, .acceptance])
      #expect(try await desk.count("select count(*) from petition_clock where due_at = '2024-03-11T16:00:00Z'") == 1)
      let instants = Set(petition.openClocks.flatMap(\.basis.instants))
      #expect(try await desk.count("select count(*) from timer where kind = 'petition.clocks'") == instants.count)
      #expect(try await desk.told(.complaintReceipts).last?.data["dueDates"]?.array?.count == 2)
      // A second of the same day sets no timer anew, and stands the same.
      let other = try await register(desk, "JJ-2", channel: .hotline12345)
      #expect(try await desk.count("select count(*) from timer where kind = 'petition.clocks'") == instants.count)
      #expect(try await find(other, desk).clocks == petition.clocks)
    }
  }

  @Test func `the timers of its dates tell of a case, each thing once, whatever else is on the books`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      let other = try await register(desk, "JJ-2")
      try await take(Refuse(reason: .litigation), other, desk)
      let petition = try await find(id, desk)
      for instant in petition.acceptance.basis.instants {
        desk.clock.move(to: instant)
        for _ in 0..<2 { try await desk.runner.run { try await desk.application.tendClocks([], work: $0) } }
      }
      let told = try await desk.told(.petitions).filter { $0.key == id.lowercased }
      #expect(told.compactMap { $0.data["upcoming"] }.count == 2 && told.compactMap { $0.data["target"] }.count == 2)
      #expect(try await find(id, desk).file.supervision?.level == .listed)
      #expect(
        try await desk.count(
          "select count(*) from \(PetitionRow.source) where missed_at is not null and supervision = 'listed'") == 1)
      #expect(try await desk.count("select count(*) from petition_step where step = 'warned'") == 2)
      let overdue = try await desk.runner.read { connection in
        var list = PetitionFilter(regions: ["360400"])
        list.isOverdue = true
        return try await desk.application.listPetitions(list, on: connection).petitions
      }
      #expect(overdue.map(\.id) == [id])
    }
  }

  @Test func `a warning counts as no change of the case, also where another end was missed before`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk, channel: .hotline12345)
      let clocks = try await find(id, desk).openClocks
      let instants = Set(clocks.flatMap(\.basis.instants)).sorted()
      let missed = try #require(clocks.first { $0.kind == .channelAnswer }).basis
      let warning = try #require(
        clocks.first { $0.kind == .acceptance }?.basis.warnings.first {
          $0 > missed.due && !missed.escalations.contains($0)
        })
      for instant in instants where instant < warning {
        desk.clock.move(to: instant)
        try await desk.runner.run { try await desk.application.tendClocks([], work: $0) }
      }
      let before = try await find(id, desk)
      let states = try await desk.told(.petitionStates).count
      #expect(before.isOverdue)
      desk.clock.move(to: warning)
      try await desk.runner.run { try await desk.application.tendClocks([], work: $0) }
      let after = try await find(id, desk)
      #expect(after.sequence == before.sequence + 1 && after.version == before.version)
      #expect(try await desk.told(.petitionStates).count == states)
    }
  }

  @Test func `an extension asks for a notice, and its delivery is on file with proof`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      try await take(Accept(), id, desk)
      try await take(Extend(days: 30, reason: .complex, explanation: "水样送检"), id, desk)
      let request = try PetitionerMessageRequested(
        json: try #require(try await desk.told(.petitionerMessages).last).data)
      #expect(request.contact == 0 && request.template == "petition-extended")
      #expect(request.parameters["due"] == "2024-06-03T16:00:00Z" && request.parameters["explanation"] == "水样送检")
      let delivery = Delivery(
        petitionId: id, contact: 0, messageId: request.messageId, outcome: .delivered, channel: .sms, attempts: 1,
        proof: "outbox/1", cause: Cause(id: "n-1", correlation: "x"))
      for _ in 0..<2 {
        try await desk.runner.run { try await desk.application.recordDeliveries([delivery], work: $0) }
      }
      #expect(try await desk.told(.petitions).compactMap { $0.data["notice"]?.string } == ["extended"])
      #expect(try await find(id, desk).file.notices.first?.proof == "outbox/1")
      #expect(try await desk.told(.petitions).allSatisfy { $0.data["explanation"] == nil })
    }
  }

  @Test func `who withdrew is refused, whatever the step`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      try await take(WithdrawStaff(person: caller.subject, reason: "亲属"), id, desk)
      await #expect(throws: PetitionError.withdrawn) { try await take(Accept(), id, desk) }
      #expect(try await desk.told(.petitions).count == 1)
    }
  }

  @Test func `a calendar that is announced moves dates on the books, tells of them, and leaves nothing provisional`()
    async throws
  {
    let start = try Fixtures.instant(2026, 12, 20)
    try await Desk.with(at: start) { desk in
      let moved = try await register(desk)
      try await take(Accept(), moved, desk)
      let settled = try await register(desk, "JJ-2")
      let announced = try WorkingCalendar.builtIn.replacing([
        WorkingCalendarYear(
          year: 2027, working: [], rest: try ["2027-02-18", "2027-02-19"].map { try #require(CivilDate($0)) },
          source: "测试")
      ])
      let recount = RecountDates(
        rules: try Fixtures.ruleBook(calendar: announced), petitions: PetitionStore(deadlines: DeadlineStore()))
      for _ in 0..<2 { try await desk.runner.run { try await recount([], work: $0) } }
      let told = try await desk.told(.petitions).filter { $0.data["previous"] != nil }
      #expect(told.map(\.key) == [moved.lowercased])
      #expect(told.first?.data["dueDates"]?.array?.first?["due"]?.string == "2027-02-22T16:00:00Z")
      #expect(try await desk.count("select count(*) from petition_clock where is_provisional") == 0)
      #expect(try await desk.count("select count(*) from petition_clock where due_at = '2027-02-22T16:00:00Z'") == 1)
      #expect(try await find(settled, desk).acceptance.basis.isProvisional == false)
      let due = try #require(try await find(moved, desk).conclusion).basis
      #expect(due.calendar.hasSuffix("2027") && due.derivation.contains { $0.contains("2027-02-22") })
    }
  }
}
