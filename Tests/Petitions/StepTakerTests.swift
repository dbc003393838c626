import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Petitions

@Suite("Steps on the books")
struct StepTakerTests {
  private let now: Date
  private let caller = Caller(subject: "wang.fang", requestId: "r-1", traceParent: nil)

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func register(_ desk: Desk) async throws -> UUID {
    try await desk.take([Fixtures.record(Fixtures.complaint())])
    return EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2024-0001")
  }

  @discardableResult
  private func take(_ step: some PetitionStep, _ id: UUID, _ desk: Desk) async throws -> Petition? {
    try await desk.runner.run { work in
      try await desk.application.takeStep(step, on: id, by: caller, work: work, authorise: { _ in })
    }
  }

  @Test func `events are numbered without a gap, each with the state it leads to`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      try await take(Accept(), id, desk)
      try await take(Assign(lead: "brigade", assisting: ["housing", "municipal"]), id, desk)
      let petition = try #require(
        try await take(
          Handle(outcome: .resolved, findings: [.init(siteName: "厂", factCodes: ["sanluanwu"])]), id, desk))
      #expect(petition.sequence == 4 && petition.status == .handled)
      let states = try await desk.told(.petitionStates).map { $0.data["sequence"]?.integer }
      #expect(states == [1, 2, 3, 4])
      #expect(try await desk.told(.petitionerMessages).map { $0.data["contact"]?.integer } == [1, 2])
      #expect(try await desk.count("select count(*) from petition_step") == 3)
      let read = try await desk.runner.read { try await desk.application.findPetition(petition.number, on: $0) }
      #expect(read == petition)
    }
  }

  @Test func `a step out of turn changes nothing`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      await #expect(throws: PetitionError.self) { try await take(Conclude(verdict: .support), id, desk) }
      #expect(try await desk.told(.petitions).count == 1)
      #expect(try await desk.count("select count(*) from petition_step") == 0)
      #expect(try await take(Accept(), UUID(), desk) == nil)
    }
  }

  @Test func `a deadline that passes is told once, with the state, and by the timer of its day`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      desk.clock.move(to: try Fixtures.instant(2024, 3, 2, hour: 0))
      for _ in 0..<2 {
        try await desk.runner.run { work in
          try await desk.application.tendClocks([], work: work)
        }
      }
      let told = try await desk.told(.petitions)
      #expect(told.count == 2)
      let overdue = try PetitionOverdue(json: told[1].data)
      #expect(overdue.petitionId == id && overdue.missed.rule == "petition.acceptance")
      #expect(try await desk.told(.petitionStates).last?.data["overdue"]?.bool == true)
      #expect(try await desk.count("select count(*) from petition_clock where due_at is null") == 1)
    }
  }

  @Test func `a clock that is met is not told of`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      try await take(Refuse(reason: .litigation), id, desk)
      desk.clock.move(to: try Fixtures.instant(2025, 1, 2))
      try await desk.runner.run { try await desk.application.tendClocks([], work: $0) }
      // The refusal met it; what is overdue since is the file alone.
      let missed = try await desk.told(.petitions).compactMap { $0.data["missed"]?["rule"]?.string }
      #expect(Set(missed) == ["petition.archiving"])
    }
  }

  @Test func `a delivery makes its contact, once, with proof`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      let message = try PetitionerMessageRequested(
        json: try #require(try await desk.told(.petitionerMessages).first).data)
      let delivery = Delivery(
        petitionId: id, contact: 1, messageId: message.messageId, outcome: .delivered, channel: .sms, attempts: 1,
        proof: "outbox/1", cause: Cause(id: "n-1", correlation: "x"))
      for _ in 0..<2 {
        try await desk.runner.run { try await desk.application.recordDeliveries([delivery], work: $0) }
      }
      let told = try await desk.told(.petitions)
      #expect(try told.count == 2 && PetitionContacted(json: told[1].data).outcome == .delivered)
      #expect(try await desk.told(.petitionStates).last?.data["contacts"]?.integer == 1)
      // One whose petition is not here is kept for later, not dropped.
      let stray = Delivery(
        petitionId: UUID(), contact: 1, messageId: UUID(), outcome: .delivered, channel: .sms, attempts: 1,
        proof: "outbox/2", cause: Cause(id: "n-2", correlation: "x"))
      await #expect(throws: UnknownPetition.self) {
        try await desk.runner.run { try await desk.application.recordDeliveries([stray], work: $0) }
      }
    }
  }

  @Test func `an identity is revealed for a reason that is on record, and not without the key`() async throws {
    for isOpen in [true, false] {
      try await Desk.with(at: now, isVaultOpen: isOpen) { desk in
        let id = try await register(desk)
        func reveal() async throws -> JSON? {
          try await desk.runner.run { work in
            try await desk.application.revealIdentity(
              id, reason: "复查", by: caller, work: work, authorise: { _ in })
          }
        }
        if isOpen {
          #expect(try await reveal()?["complaint"]?["reporter"]?["name"]?.string == "侯先生")
          #expect(try await desk.count("select count(*) from audit where action = 'petition.identity-revealed'") == 1)
          // What is damaged is no matter of the key.
          let owner = try await PostgresConnection.connect(desk.schema.owner, logger: desk.silent)
          try await owner.execute("update petition_vault set complaint = substr(complaint, 1, length(complaint) - 1)")
          await owner.close()
          await #expect(throws: StoredValueError(table: "petition_vault", id: id.lowercased)) {
            _ = try await reveal()
          }
        } else {
          await #expect(throws: PetitionVault.Closed.self) { _ = try await reveal() }
        }
      }
    }
  }

  @Test func `states can be published again, page by page`() async throws {
    try await Desk.with(at: now) { desk in
      let id = try await register(desk)
      let last = try await desk.runner.run { try await desk.application.statePage(after: "", work: $0) }
      #expect(last == id.lowercased)
      #expect(try await desk.runner.run { try await desk.application.statePage(after: last ?? "", work: $0) } == nil)
      #expect(try await desk.told(.petitionStates).count == 2)
    }
  }

  @Test func `a complaint over HTTP is registered once, whatever is sent again`() async throws {
    try await Desk.with(at: now) { desk in
      func submit(_ complaint: ComplaintSubmitted) async throws -> IntakeAnswer {
        try await desk.runner.run { work in
          try await desk.application.submitComplaints.take(
            complaint, source: "/staff/wang", eventId: nil, caller: caller, work: work)
        }
      }
      let first = try await submit(Fixtures.complaint())
      let second = try await submit(Fixtures.complaint())
      #expect(first.status == .registered && second.status == .duplicate)
      await #expect(throws: ContractViolation.self) {
        _ = try await submit(Fixtures.complaint(region: "999999"))
      }
    }
  }
}
