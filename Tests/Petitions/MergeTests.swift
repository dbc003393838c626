import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Petitions

@Suite("Petitions handled together")
struct MergeTests {
  private let now: Date
  private let caller = Caller(subject: "wang.fang", requestId: "r-1", traceParent: nil)

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func take(_ step: some PetitionStep, _ id: UUID, _ desk: Desk) async throws {
    _ = try await desk.runner.run { work in
      try await desk.application.takeStep(step, on: id, by: caller, work: work, authorise: { _ in })
    }
  }

  private func merge(_ id: UUID, into lead: UUID, _ desk: Desk) async throws -> Petition? {
    try await desk.runner.run { work in
      try await desk.application.changeRelations.merge(
        id, into: lead, note: "同一事项", by: caller, work: work, authorise: { _ in })
    }
  }

  private func pair(_ desk: Desk) async throws -> (lead: UUID, follower: UUID) {
    try await desk.take([
      Fixtures.record(Fixtures.complaint("lead"), id: "a"),
      Fixtures.record(Fixtures.complaint("follower", content: "还是那家厂。"), id: "b", offset: 1),
    ])
    return (
      EventIdentity.petition(source: "/hotline/12369", externalId: "lead"),
      EventIdentity.petition(source: "/hotline/12369", externalId: "follower")
    )
  }

  @Test func `the lead must be accepted, and nothing changes when it is not`() async throws {
    try await Desk.with(at: now) { desk in
      let (lead, follower) = try await pair(desk)
      await #expect(throws: PetitionError.notMergeable(["the petition that is to lead is not accepted"])) {
        _ = try await merge(follower, into: lead, desk)
      }
      #expect(try await desk.count("select count(*) from petition_relation") == 0)
      try await take(Accept(), lead, desk)
      await #expect(throws: PetitionError.self) { _ = try await merge(lead, into: lead, desk) }
      await #expect(throws: PetitionError.self) { _ = try await merge(lead, into: follower, desk) }
    }
  }

  @Test func `both directions are told, the petitioner is told of acceptance and of the lead's answer`() async throws {
    try await Desk.with(at: now) { desk in
      let (lead, follower) = try await pair(desk)
      try await take(Accept(), lead, desk)
      desk.clock.move(to: try Fixtures.instant(2024, 2, 20))
      let merged = try #require(try await merge(follower, into: lead, desk))
      #expect(merged.status == .merged && merged.file.matter?.mergedInto == lead)
      #expect(merged.conclusion?.basis.due == (try await desk.petition("lead"))?.conclusion?.basis.due)
      let told = try await desk.told(.petitions).compactMap { try? PetitionRelated(json: $0.data) }
      #expect(told.map(\.relation.rawValue).sorted() == ["absorbed", "merged-into"])
      #expect(Set(told.map(\.petitionId)) == [lead, follower] && Set(told.map(\.otherId)) == [lead, follower])
      #expect(merged.nextSteps() == [.contact, .withdraw])
      await #expect(throws: PetitionError.self) { try await take(Assign(lead: "a"), follower, desk) }

      try await take(Assign(lead: "a"), lead, desk)
      try await take(Handle(outcome: .measuresOrdered), lead, desk)
      try await take(Conclude(verdict: .support, documentNumber: "2024-7"), lead, desk)
      let answered = try #require(try await desk.petition("follower"))
      #expect(answered.file.concluded?.verdict == .support && answered.file.concluded?.outcome == .measuresOrdered)
      #expect(answered.status == .merged && answered.conclusion?.metAt != nil)
      let messages = try await desk.told(.petitionerMessages).filter { $0.key == follower.lowercased }
      #expect(messages.map { $0.data["contact"]?.integer } == [1, 2, 3])

      try await take(Recheck(passed: false, unit: "city"), lead, desk)
      let again = try #require(try await desk.petition("follower"))
      #expect(again.file.concluded == nil && again.contact(3) == nil && again.conclusion?.metAt == nil)
    }
  }

  @Test func `one that leads or is answered cannot be merged`() async throws {
    try await Desk.with(at: now) { desk in
      let (lead, follower) = try await pair(desk)
      try await desk.take([Fixtures.record(Fixtures.complaint("third", content: "又来了。"), id: "c", offset: 2)])
      let third = EventIdentity.petition(source: "/hotline/12369", externalId: "third")
      try await take(Accept(), lead, desk)
      _ = try await merge(follower, into: lead, desk)
      try await take(Accept(), third, desk)
      await #expect(throws: PetitionError.self) { _ = try await merge(lead, into: third, desk) }
      await #expect(throws: PetitionError.self) { _ = try await merge(third, into: follower, desk) }
      try await desk.take([Fixtures.record(Fixtures.complaint("fourth", content: "四。"), id: "d", offset: 3)])
      let refused = EventIdentity.petition(source: "/hotline/12369", externalId: "fourth")
      try await take(Refuse(reason: .litigation), refused, desk)
      await #expect(throws: PetitionError.self) { _ = try await merge(refused, into: lead, desk) }
      #expect(try await merge(UUID(), into: lead, desk) == nil)
    }
  }
}
